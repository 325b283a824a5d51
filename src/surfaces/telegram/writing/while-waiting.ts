import type { Context } from "grammy";
import { messageOf } from "../../../errors.ts";
import { callSignal } from "../wire/call-signal.ts";
import type { Logger } from "../wire/logger.ts";
import { topicOf } from "./place-of.ts";

/** What showing that the bot works needs. */
export interface Waiting {
  readonly logger: Logger;
  /** What is shown when it takes longer. */
  readonly words: string;
  /** Shows the words as a message of the chat, which the answer is to take the place of. */
  readonly show: () => Promise<void>;
}

// Telegram shows "typing" for 5 s or until a message comes.
const TYPING_INTERVAL_MS = 4500;
// A reader who sees nothing for longer begins to wonder.
const PATIENCE_MS = 2000;

/**
 * Shows the reader that the bot is typing for as long as the work takes, and in words when that is long: as
 * a draft in a private chat, as a message elsewhere.
 */
export async function whileWaiting<T>(
  ctx: Context,
  waiting: Waiting,
  work: () => Promise<T>,
): Promise<T> {
  const finished = new AbortController();
  const signal = callSignal(finished.signal);
  const chat = ctx.chat;
  if (chat === undefined) return work();
  const tell = (error: unknown): void => {
    waiting.logger.debug({ reason: messageOf(error) }, "Waiting could not be shown");
  };
  const type = (): void => {
    ctx.api.sendChatAction(chat.id, "typing", topicOf(ctx), signal).catch(tell);
  };
  type();
  const typing = setInterval(type, TYPING_INTERVAL_MS);
  let shown: Promise<unknown> = Promise.resolve();
  const words = setTimeout(() => {
    const draft = ctx.update.update_id;
    shown = (
      chat.type === "private"
        ? ctx.api.sendMessageDraft(chat.id, draft, waiting.words, topicOf(ctx), signal)
        : waiting.show()
    ).catch(tell);
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearInterval(typing);
    clearTimeout(words);
    // A call that arrives after the answer would show "typing" again.
    finished.abort();
    await shown;
  }
}
