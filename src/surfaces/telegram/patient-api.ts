import { autoRetry } from "@grammyjs/auto-retry";
import { type Api, GrammyError, type RawApi, type Transformer } from "grammy";
import { keepTokenIn } from "./keep-token-in.ts";
import type { Logger } from "./logger.ts";
import { persist } from "./persist.ts";
import { isUnreachable } from "./refusals.ts";

/** What the API client needs to be patient, and discreet. */
export interface Patience {
  readonly token: string;
  readonly logger: Logger;
  /** Ends the waits between tries; a try in flight may finish. */
  readonly stopping: AbortSignal;
}

type Method = keyof RawApi;

// About two and a half minutes of growing waits; after that the question is fetched anew.
const SEND_RETRIES = 9;

// Their failure costs nobody an answer, so nothing waits for them.
const UNIMPORTANT: ReadonlySet<Method> = new Set(["sendChatAction", "setMyCommands"]);

// Connecting and polling have their own, endless patience.
const PERSISTENT_ELSEWHERE: ReadonlySet<Method> = new Set(["getMe", "deleteWebhook", "getUpdates"]);

/** Makes every call wait when told to, survive a bad line, and keep the token to itself. */
export function makePatient(api: Api, patience: Patience): void {
  // The first is nearest to the wire.
  api.config.use(
    keepTokenIn(patience.token),
    waitWhenTold(),
    sendAgain(patience.logger, patience.stopping),
  );
}

function waitWhenTold(): Transformer {
  const retry = autoRetry({ rethrowHttpErrors: true, rethrowInternalServerErrors: true });
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
