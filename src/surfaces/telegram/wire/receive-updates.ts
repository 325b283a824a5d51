import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { messageOf, UserError } from "../../../errors.ts";
import { callSignal } from "./call-signal.ts";
import type { Logger } from "./logger.ts";
import { persist } from "./persist.ts";
import { isConflict, isFailedCall, isTokenRefused, tokenRefused } from "./refusals.ts";

/** What receiving needs besides the API. */
export interface Receiving {
  readonly apiRoot: string;
  readonly logger: Logger;
  /** Ends it, also in the middle of a poll. */
  readonly stopping: AbortSignal;
  /** Must have the updates on disk when it returns: then Telegram is told that they were received. */
  readonly store: (updates: readonly Update[]) => unknown;
}

/** What the bot has an answer to. */
export const RECEIVED = [
  ...(["message", "edited_message", "callback_query", "inline_query", "my_chat_member"] as const),
];

// Telegram holds an empty poll open for this long; grammY's own default.
const POLL_SECONDS = 30;
// When a new instance takes over from an old one they cut each other off for a moment. Two that mean
// to stay settle it within a few seconds: one of them meets this many conflicts in a row and ends.
const CONFLICTS_IN_A_ROW = 3;

/**
 * Fetches updates by long polling and stores them until it is told to stop. Asking for the next ones is
 * what tells Telegram that the last were received. Rejects when waiting cannot mend what went wrong.
 */
export async function receiveUpdates(api: Api, receiving: Receiving): Promise<void> {
  let offset = 0;
  while (!receiving.stopping.aborted) {
    const updates = await nextUpdates(api, offset, receiving);
    receiving.store(updates);
    // An empty batch says that the offset has arrived. It is dropped then: after a week without updates
    // Telegram numbers anew from any number, and a lower one would count as received.
    const last = updates.at(-1);
    offset = last === undefined ? 0 : last.update_id + 1;
  }
}

async function nextUpdates(api: Api, offset: number, receiving: Receiving): Promise<Update[]> {
  const { apiRoot, logger, stopping } = receiving;
  let conflicts = 0;
  const fetch = async (): Promise<Update[]> => {
    try {
      const poll = { offset, timeout: POLL_SECONDS, allowed_updates: RECEIVED };
      return await api.getUpdates(poll, callSignal(stopping));
    } catch (error) {
      conflicts = isConflict(error) ? conflicts + 1 : 0;
      throw error;
    }
  };
  const isMendable = (error: unknown): boolean =>
    isConflict(error)
      ? conflicts < CONFLICTS_IN_A_ROW
      : isFailedCall(error) && !isTokenRefused(error);
  try {
    return await persist(fetch, { logger, signal: stopping, isMendable });
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
