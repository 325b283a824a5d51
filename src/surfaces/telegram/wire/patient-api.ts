import { autoRetry } from "@grammyjs/auto-retry";
import { type Api, GrammyError, type RawApi, type Transformer } from "grammy";
import type { Inbox } from "../inbox/inbox.ts";
import { keepTokenIn } from "./keep-token-in.ts";
import type { Logger } from "./logger.ts";
import { persist } from "./persist.ts";
import { isUnreachable } from "./refusals.ts";

/** What the API client needs to be patient, and discreet. */
export interface Patience {
  readonly token: string;
  readonly inbox: Pick<Inbox, "record" | "replay">;
  readonly logger: Logger;
  /** Hears of each call that Telegram refused, with its code, or did not answer: 0. */
  readonly onFailedCall?: (method: string, code: number) => void;
  /** Ends the waits between tries; a try in flight may finish. */
  readonly stopping: AbortSignal;
}

type Method = keyof RawApi;

// A blip; what lasts longer than a few seconds is left to the inbox, which tries again later.
const SEND_RETRIES = 4;
// A longer wait is left to the inbox too: it would keep a worker from other readers.
const LONGEST_WAIT_SECONDS = 10;

// Their failure costs nobody an answer, so nothing waits for them.
const UNIMPORTANT: ReadonlySet<Method> = new Set([
  "sendChatAction",
  "sendMessageDraft",
  "setMyCommands",
]);

// Connecting and polling have their own, endless patience.
const PERSISTENT_ELSEWHERE: ReadonlySet<Method> = new Set(["getMe", "deleteWebhook", "getUpdates"]);

/**
 * Makes every call wait when told to, survive a bad line, and keep the token to itself; what the inbox knows
 * to have been sent is not sent again.
 */
export function makePatient(api: Api, patience: Patience): void {
  const { token, inbox, logger, stopping, onFailedCall = () => undefined } = patience;
  // The first is nearest to the wire.
  api.config.use(
    ...[keepTokenIn(token), tell(onFailedCall), inbox.record],
    ...[waitWhenTold(), sendAgain(logger, stopping), inbox.replay],
  );
}

function tell(onFailedCall: (method: string, code: number) => void): Transformer {
  return async (previous, method, payload, signal) => {
    try {
      const response = await previous(method, payload, signal);
      if (!response.ok) onFailedCall(method, response.error_code);
      return response;
    } catch (error) {
      if (signal?.aborted !== true) onFailedCall(method, 0);
      throw error;
    }
  };
}

function waitWhenTold(): Transformer {
  const retry = autoRetry({
    maxDelaySeconds: LONGEST_WAIT_SECONDS,
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  });
  return (previous, method, payload, signal) =>
    UNIMPORTANT.has(method)
      ? previous(method, payload, signal)
      : retry(previous, method, payload, signal);
}

function sendAgain(logger: Logger, stopping: AbortSignal): Transformer {
  return async (previous, method, payload, signal) => {
    if (UNIMPORTANT.has(method) || PERSISTENT_ELSEWHERE.has(method)) {
      return previous(method, payload, signal);
    }
    // The stop signal ends the waiting only: the first try is always made, so that an answer which
    // is ready when the bot is stopped still goes out.
    if (stopping.aborted) return previous(method, payload, signal);
    return persist(
      async () => {
        const response = await previous(method, payload, signal);
        if (response.ok || response.error_code < 500) return response;
        throw new GrammyError(`Call to '${method}' failed!`, response, method, {});
      },
      { logger, signal: stopping, retries: SEND_RETRIES, isMendable: isUnreachable },
    );
  };
}
