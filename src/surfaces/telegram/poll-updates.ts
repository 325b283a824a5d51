import { type Bot, BotError } from "grammy";
import { messageOf, UserError } from "../../errors.ts";
import { callSignal } from "./call-signal.ts";
import type { Logger } from "./logger.ts";
import { persist } from "./persist.ts";
import {
  isConflict,
  isFailedCall,
  isTokenRefused,
  isUnreachable,
  tokenRefused,
} from "./refusals.ts";

/** What polling needs besides the bot. */
export interface Polling {
  readonly apiRoot: string;
  readonly logger: Logger;
  /** Ends the polling once the update in hand is handled. */
  readonly stopping: AbortSignal;
}

type Update = Awaited<ReturnType<Bot["api"]["getUpdates"]>>[number];

// Telegram holds an empty poll open for this long; grammY's own default.
const POLL_SECONDS = 30;
// One at a time, so that being killed in the middle of a batch repeats one answer at most.
const BATCH = 1;
// When a new instance takes over from an old one they cut each other off for a moment. Two that mean
// to stay settle it within a few seconds: one of them meets this many conflicts in a row and ends.
const CONFLICTS_IN_A_ROW = 3;
// An update that cannot be answered for lack of network is fetched again, but not for ever: it may
// itself be what breaks the line.
const FETCHES_OF_ONE_UPDATE = 3;

/**
 * Fetches updates one by one and hands them to the bot until it is told to stop. Asking for the next
 * update is what confirms the last, so Telegram redelivers whatever was not handled to the end.
 * grammY's own loop is not used because its `stop()` confirms the update in hand before it has been
 * answered.
 */
export async function pollUpdates(bot: Bot, polling: Polling): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!polling.stopping.aborted) {
    for (const update of await nextUpdates(bot, offset, polling)) {
      const isHandled = await handle(bot, update, polling);
      failures = isHandled ? 0 : failures + 1;
      const isGivenUp = failures >= FETCHES_OF_ONE_UPDATE && !polling.stopping.aborted;
      if (isGivenUp) {
        failures = 0;
        polling.logger.error({ update: update.update_id }, "Gave up sending an answer");
      }
      offset = update.update_id + (isHandled || isGivenUp ? 1 : 0);
    }
  }
  await confirm(bot, offset, polling.logger);
}

async function nextUpdates(bot: Bot, offset: number, polling: Polling): Promise<Update[]> {
  const { apiRoot, logger, stopping } = polling;
  let conflicts = 0;
  const fetch = (): Promise<Update[]> =>
    bot.api.getUpdates(
      { offset, limit: BATCH, timeout: POLL_SECONDS, allowed_updates: ["message"] },
      callSignal(stopping),
    );
  const isMendable = (error: unknown): boolean =>
    isConflict(error)
      ? conflicts < CONFLICTS_IN_A_ROW
      : isFailedCall(error) && !isTokenRefused(error);
  const counted = async (): Promise<Update[]> => {
    try {
      return await fetch();
    } catch (error) {
      conflicts = isConflict(error) ? conflicts + 1 : 0;
      throw error;
    }
  };
  try {
    return await persist(counted, { logger, signal: stopping, isMendable });
  } catch (error) {
    if (stopping.aborted) return [];
    if (isTokenRefused(error)) throw tokenRefused(apiRoot);
    throw isConflict(error) ? anotherInstance(error) : error;
  }
}

function anotherInstance(error: unknown): UserError {
  return new UserError(
    `Another program is reading this bot's messages. Stop it, or give this one a token of its own. ` +
      `Telegram says: ${messageOf(error)}`,
  );
}

// False when Telegram could not be reached with the answer, so that the update must come again.
async function handle(bot: Bot, update: Update, polling: Polling): Promise<boolean> {
  try {
    await bot.handleUpdate(update);
    return true;
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    if (!isUnsent(error.error, polling.stopping)) {
      await bot.errorHandler(error as BotError);
      return true;
    }
    polling.logger.warn(
      { update: update.update_id, reason: messageOf(error.error) },
      "An answer could not be sent",
    );
    return false;
  }
}

// A wait between tries that the stop signal ended fails with the signal's reason.
function isUnsent(error: unknown, stopping: AbortSignal): boolean {
  return isUnreachable(error) || (stopping.aborted && error === stopping.reason);
}

async function confirm(bot: Bot, offset: number, logger: Logger): Promise<void> {
  if (offset === 0) return;
  try {
    await bot.api.getUpdates({ offset, limit: 1, timeout: 0 });
  } catch (error) {
    logger.warn(
      { reason: messageOf(error) },
      "The last question could not be confirmed; it will be answered again at the next start",
    );
  }
}
