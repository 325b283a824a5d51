import { messageOf } from "../../errors.ts";
import { callSignal } from "./call-signal.ts";
import type { Logger } from "./logger.ts";
import { type MessageContext, topicOf } from "./send-messages.ts";

// Telegram shows "typing" for 5 s or until a message comes.
const TYPING_INTERVAL_MS = 4500;

/** Shows the reader that the bot is typing for as long as the work takes. */
export async function whileTyping<T>(
  ctx: MessageContext,
  logger: Logger,
  work: () => Promise<T>,
): Promise<T> {
  const finished = new AbortController();
  const type = (): void => {
    ctx.api
      .sendChatAction(ctx.chat.id, "typing", topicOf(ctx), callSignal(finished.signal))
      .catch((error: unknown) => {
        logger.debug({ reason: messageOf(error) }, "Typing could not be shown");
      });
  };
  type();
  const timer = setInterval(type, TYPING_INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    // A call that arrives after the answer would show "typing" again.
    finished.abort();
  }
}
