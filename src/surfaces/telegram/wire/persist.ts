import { setTimeout } from "node:timers/promises";
import { messageOf } from "../../../errors.ts";
import type { Logger } from "./logger.ts";

/** How long to go on trying, and when to give up. */
export interface Persistence {
  readonly logger: Logger;
  /** Ends the waiting between tries, with the signal's reason. */
  readonly signal: AbortSignal;
  /** Tries after the first; for ever when left out. */
  readonly retries?: number;
  /** Whether another try may mend this error. */
  readonly isMendable: (error: unknown) => boolean;
}

// Doubling from a quarter of a second to half a minute: a blip costs a reader nothing noticeable, and
// after a night without network the bot is back within 30 s.
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;

/**
 * Does the task again, with growing waits, until it succeeds or fails for good. Says once that it
 * fails, and once that it works again. The signal ends the waiting, never a try in flight: an answer
 * that is on its way when the bot is stopped must not count as unsent.
 */
export async function persist<T>(task: () => Promise<T>, persistence: Persistence): Promise<T> {
  const { logger, signal, retries = Infinity, isMendable } = persistence;
  signal.throwIfAborted();
  for (let failures = 0; ; failures += 1) {
    try {
      const result = await task();
      if (failures > 0) logger.info({}, "Telegram answers again");
      return result;
    } catch (error) {
      signal.throwIfAborted();
      if (failures >= retries || !isMendable(error)) throw error;
      if (failures === 0) {
        logger.warn({ reason: messageOf(error) }, "A call to Telegram failed; trying again");
      }
    }
    await pause(waitAfter(failures), signal);
  }
}

// Shortened by up to half, so that several bots behind one line do not knock together.
function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures) * (1 - Math.random() / 2);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {
    signal.throwIfAborted();
  });
}
