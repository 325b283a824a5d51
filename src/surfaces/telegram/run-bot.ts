import { Bot, type BotError } from "grammy";
import type { Newspaper } from "../../answer/newspaper.ts";
import { messageOf } from "../../errors.ts";
import { announceCommands } from "./announce-commands.ts";
import { checkTokenShape } from "./check-token.ts";
import { connect } from "./connect.ts";
import { converse } from "./conversation.ts";
import type { Logger } from "./logger.ts";
import { makePatient } from "./patient-api.ts";
import { pollUpdates } from "./poll-updates.ts";
import { withoutToken } from "./redact-token.ts";
import { isBlocked } from "./refusals.ts";

/** What the operator sets. */
export interface BotSettings {
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string;
  /** Address of the web reader. */
  readonly publicUrl?: string;
  /** For readers whose Telegram does not tell theirs: `zh` or `en`. */
  readonly defaultLanguage: string;
}

/** What the bot works with. */
export interface BotDependencies {
  /** May still be opening: the token is checked meanwhile, and no question is taken before. */
  readonly newspaper: Newspaper | Promise<Newspaper>;
  readonly logger: Logger;
}

/** A bot that is answering. */
export interface RunningBot {
  readonly username: string;
  /**
   * Takes no more questions, answers the one in hand, tells Telegram so, and resolves. Questions that
   * were not answered are delivered again at the next start.
   */
  readonly stop: () => Promise<void>;
  /** Resolves after a stop; rejects when polling ended for a reason that waiting cannot mend. */
  readonly done: Promise<void>;
}

// Longer than a poll stays open, short enough to notice a line that went dead.
const REQUEST_TIMEOUT_SECONDS = 60;

/**
 * Connects to Telegram and starts answering. Waits for the network if there is none; a refused token
 * is a `UserError`. Aborting the signal ends the waiting at once, with the signal's reason, and later
 * stops the bot as `stop()` does.
 */
export async function runBot(
  settings: BotSettings,
  dependencies: BotDependencies,
  signal?: AbortSignal,
): Promise<RunningBot> {
  const { token, ...rest } = settings;
  checkTokenShape(token);
  const logger = withoutToken(dependencies.logger, token);
  const stop = new AbortController();
  const stopping = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
  const apiRoot = settings.apiRoot.replace(/\/+$/, "");
  const bot = new Bot(token, {
    client: { apiRoot, timeoutSeconds: REQUEST_TIMEOUT_SECONDS },
  });
  makePatient(bot.api, { token, logger, stopping });
  const connecting = connect(bot.api, { apiRoot, logger, signal: stopping });
  const [me, newspaper] = await both(stop, connecting, dependencies.newspaper);
  bot.botInfo = me;
  await announceCommands(bot.api, { ...rest, logger, signal: stopping });
  converse(bot, { ...rest, newspaper, logger });
  bot.catch((error) => {
    report(error, logger);
  });
  const { username } = me;
  logger.info({ username }, "The bot is answering");
  const done = pollUpdates(bot, { apiRoot, logger, stopping });
  return { username, done, stop: () => end(stop, done) };
}

// When one of the two fails, the other is not waited for, and must not go on for ever.
async function both<A, B>(stop: AbortController, a: A, b: B): Promise<[Awaited<A>, Awaited<B>]> {
  try {
    return await Promise.all([a, b]);
  } catch (error) {
    stop.abort();
    throw error;
  }
}

// Only the message is printed: the error itself holds the reader's words.
function report(error: BotError, logger: Logger): void {
  const fields = { update: error.ctx.update.update_id, reason: messageOf(error.error) };
  if (isBlocked(error.error)) logger.debug(fields, "The reader has blocked the bot");
  else logger.error(fields, "An update could not be handled");
}

async function end(stop: AbortController, done: Promise<void>): Promise<void> {
  stop.abort();
  // Whoever holds `done` hears why the polling ended; to stop a bot that has ended is no mistake.
  await done.catch(() => undefined);
}
