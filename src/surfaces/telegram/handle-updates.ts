import { createRunner } from "@grammyjs/runner";
import type { Bot } from "grammy";
import { causeOf } from "./bot-state.ts";
import { Postponed, type Inbox } from "./inbox/inbox.ts";
import { waitToldBy } from "./wire/refusals.ts";

/** Hands what is in the inbox to the bot until the signal; resolves when nothing is in hand any more. */
export async function handleUpdates(bot: Bot, inbox: Inbox, stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return;
  const sink = inbox.sink(async (update) => {
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      throw isStop(error, stopping) ? new Postponed(0) : postponedBy(error);
    }
  });
  const runner = createRunner(inbox.source(), sink);
  const stop = (): void => void runner.stop();
  stopping.addEventListener("abort", stop);
  runner.start();
  try {
    await runner.task();
  } finally {
    stopping.removeEventListener("abort", stop);
    await inbox.settled();
  }
}

/** A wait between tries that the stop has ended says nothing about the update. */
function isStop(error: unknown, stopping: AbortSignal): boolean {
  return stopping.aborted && causeOf(error) === stopping.reason;
}

function postponedBy(error: unknown): unknown {
  const seconds = waitToldBy(causeOf(error));
  return seconds === undefined ? error : new Postponed(seconds * 1000);
}
