import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Newspaper } from "../../answer/newspaper.ts";
import { announceCommands } from "./talk/announce-commands.ts";
import type { BotState } from "./bot-state.ts";
import { checkTokenShape } from "./wire/check-token.ts";
import { connect } from "./wire/connect.ts";
import type { Conversation } from "./talk/conversation.ts";
import { converse } from "./talk/converse.ts";
import { downloadFrom } from "./wire/download-file.ts";
import { handleUpdates } from "./handle-updates.ts";
import type { Logger } from "./wire/logger.ts";
import type { Editing } from "./talk/operating.ts";
import { Pace } from "./talk/pace.ts";
import { makePatient } from "./wire/patient-api.ts";
import { receiveUpdates } from "./wire/receive-updates.ts";
import { withoutToken } from "./wire/redact-token.ts";
import type { InterfaceLanguage } from "./words/words.ts";

/** What the operator sets. */
export interface BotSettings {
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string;
  /** Where Telegram is to post updates; they are fetched by long polling without it. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  /** Address of the web reader. */
  readonly publicUrl?: string;
  /** For readers whose Telegram does not tell theirs. */
  readonly defaultLanguage: InterfaceLanguage;
  /** Telegram's ids of those who may operate the bot. */
  readonly operators: readonly number[];
  /** That one reader may ask before the next ones wait; 20 unless told. */
  readonly questionsPerMinute?: number;
}

/** What the bot works with. */
export interface BotDependencies {
  /** May still be opening: the token is checked meanwhile, and no question is answered before. */
  readonly newspaper: Newspaper | Promise<Newspaper>;
  /** Stays open until the bot has ended. */
  readonly state: BotState;
  readonly editing: Editing;
  readonly version: string;
  readonly logger: Logger;
  /** Hears of each call that Telegram refused, with its code, or did not answer: 0. */
  readonly onFailedCall?: (method: string, code: number) => void;
}

/** A bot that is answering. */
export interface RunningBot {
  readonly username: string;
  /**
   * Takes no more questions, answers those in hand, and resolves. Those that wait are answered after the
   * next start.
   */
  readonly stop: () => Promise<void>;
  /** Resolves after a stop; rejects when receiving or handling ended for a reason that waiting cannot mend. */
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
  const { token } = settings;
  checkTokenShape(token);
  const logger = withoutToken(dependencies.logger, token);
  const stop = new AbortController();
  const stopping = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
  const { apiRoot } = settings;
  const bot = new Bot(token, {
    client: { apiRoot, timeoutSeconds: REQUEST_TIMEOUT_SECONDS },
  });
  const { inbox } = dependencies.state;
  const { onFailedCall = () => undefined } = dependencies;
  makePatient(bot.api, { token, inbox, logger, stopping, onFailedCall });
  const connecting = connect(bot.api, {
    ...{ apiRoot, logger, signal: stopping },
    ...(settings.webhook === undefined ? {} : { webhook: settings.webhook }),
  });
  const [me, newspaper] = await untilOneFails(stop, [connecting, dependencies.newspaper]);
  bot.botInfo = me;
  await announceCommands(bot.api, { ...settings, logger, signal: stopping });
  converse(bot, conversationOf(settings, dependencies, { newspaper, logger }));
  const { username } = me;
  logger.info({ username, waiting: inbox.depth }, "The bot is answering");
  const store = (updates: readonly Update[]): number => inbox.store(updates);
  const done = untilEnd(stop, [
    settings.webhook === undefined
      ? receiveUpdates(bot.api, { apiRoot, logger, stopping, store })
      : untilAborted(stopping),
    handleUpdates(bot, inbox, stopping),
    housekeeping(dependencies.state, stopping),
  ]);
  return { username, done, stop: () => end(stop, done) };
}

/** Questions that one reader may ask in a minute before the next ones wait. */
const QUESTIONS_PER_MINUTE = 20;

function conversationOf(
  { token, apiRoot, defaultLanguage, operators, publicUrl, ...settings }: BotSettings,
  { state, editing, version }: BotDependencies,
  { newspaper, logger }: { readonly newspaper: Newspaper; readonly logger: Logger },
): Conversation {
  const { inbox, chats } = state;
  const { questionsPerMinute = QUESTIONS_PER_MINUTE } = settings;
  return {
    ...{ newspaper, chats, logger, defaultLanguage },
    ...(publicUrl === undefined ? {} : { publicUrl }),
    pace: new Pace(questionsPerMinute),
    questionsPerMinute,
    operators: new Set(operators),
    operating: {
      ...editing,
      version,
      download: downloadFrom(apiRoot, token),
      received: () => inbox.received,
      waiting: () => inbox.depth,
      parked: () => inbox.parked(),
    },
    unrecorded: (work) => inbox.unrecorded(work),
  };
}

const HOUR_MS = 60 * 60 * 1000;

/** Forgets once an hour what is too old to be of use. */
async function housekeeping({ inbox, chats }: BotState, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    inbox.forget();
    chats.prune();
    await setTimeout(HOUR_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

// When one of the two fails, the other is not waited for, and must not go on for ever.
async function untilOneFails<A, B>(
  stop: AbortController,
  [a, b]: readonly [A, B],
): Promise<[Awaited<A>, Awaited<B>]> {
  try {
    return await Promise.all([a, b]);
  } catch (error) {
    stop.abort();
    throw error;
  }
}

// When one of them fails, the others end too; what is in hand is finished.
async function untilEnd(stop: AbortController, loops: readonly Promise<void>[]): Promise<void> {
  try {
    await Promise.all(loops);
  } finally {
    stop.abort();
    await Promise.allSettled(loops);
  }
}

async function end(stop: AbortController, done: Promise<void>): Promise<void> {
  stop.abort();
  // Whoever holds `done` hears why it ended; to stop a bot that has ended is no mistake.
  await done.catch(() => undefined);
}
