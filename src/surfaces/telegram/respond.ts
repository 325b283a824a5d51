import { messageOf, UserError } from "../../errors.ts";
import type { Logger } from "./logger.ts";
import { messagesFor } from "./messages.ts";
import { type RenderedMessage, textBlocks } from "./rendered-message.ts";
import { type MessageContext, sendMessages } from "./send-messages.ts";

/** What answering needs besides the message. */
export interface Responding {
  /** The reader's language. */
  readonly language: string;
  readonly logger: Logger;
}

type Work = () => readonly RenderedMessage[] | Promise<readonly RenderedMessage[]>;

/**
 * Sends what the work makes. When the work fails the reader is told so in one sentence, and the log
 * gets the reason but not the question.
 */
export async function respond(
  ctx: MessageContext,
  responding: Responding,
  work: Work,
): Promise<void> {
  await sendMessages(ctx, await madeBy(work, ctx, responding), responding.logger);
}

async function madeBy(
  work: Work,
  ctx: MessageContext,
  responding: Responding,
): Promise<readonly RenderedMessage[]> {
  try {
    return await work();
  } catch (error) {
    return apologyFor(error, ctx, responding);
  }
}

function apologyFor(
  error: unknown,
  ctx: MessageContext,
  { language, logger }: Responding,
): RenderedMessage[] {
  const update = ctx.update.update_id;
  if (error instanceof UserError) {
    logger.info({ update }, "A question could not be asked");
    return textBlocks(error.message);
  }
  logger.error({ update, reason: messageOf(error) }, "A question could not be answered");
  return textBlocks(messagesFor(language).failed());
}
