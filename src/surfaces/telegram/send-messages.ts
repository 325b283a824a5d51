import type { Context, Filter } from "grammy";
import type { Logger } from "./logger.ts";
import { isMarkupRefused } from "./refusals.ts";
import type { RenderedMessage } from "./rendered-message.ts";

/** An update that holds a message. */
export type MessageContext = Filter<Context, "message">;

/** Sends the messages in order, the first as a reply to the reader's own. */
export async function sendMessages(
  ctx: MessageContext,
  messages: readonly RenderedMessage[],
  logger: Logger,
): Promise<void> {
  for (const [index, message] of messages.entries()) {
    await sendOne(ctx, message, { ...placeOf(ctx, index), ...NO_PREVIEW }, logger);
  }
}

/** The forum topic that an answer belongs in, as call options. */
export function topicOf(ctx: MessageContext): { message_thread_id?: number } {
  const { is_topic_message: isTopic, message_thread_id: thread } = ctx.message;
  return isTopic === true && thread !== undefined ? { message_thread_id: thread } : {};
}

const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

type Place = ReturnType<typeof placeOf> & typeof NO_PREVIEW;

function placeOf(ctx: MessageContext, index: number) {
  if (index > 0) return topicOf(ctx);
  // Without this, a reader who deletes the question while it is being answered gets nothing.
  const reply = { message_id: ctx.message.message_id, allow_sending_without_reply: true };
  return { ...topicOf(ctx), reply_parameters: reply };
}

async function sendOne(
  ctx: MessageContext,
  message: RenderedMessage,
  place: Place,
  logger: Logger,
): Promise<void> {
  const chat = ctx.chat.id;
  try {
    await ctx.api.sendMessage(chat, message.html, { ...place, parse_mode: "HTML" });
  } catch (error) {
    if (!isMarkupRefused(error)) throw error;
    logger.warn({ update: ctx.update.update_id }, "Telegram refused the markup; sent plain text");
    await ctx.api.sendMessage(chat, message.plain, place);
  }
}
