import { GrammyError, type Context, type InlineKeyboard } from "grammy";
import type { Logger } from "../wire/logger.ts";
import { topicOf } from "./place-of.ts";
import { isMarkupRefused } from "../wire/refusals.ts";
import type { RenderedMessage } from "./rendered-message.ts";

/** What goes with the messages. */
export interface Sending {
  readonly logger: Logger;
  /** Below the last message. */
  readonly keyboard?: InlineKeyboard;
  /** Messages of ours that are to be rewritten rather than new ones sent; those too many are deleted. */
  readonly instead?: readonly number[];
}

/**
 * Sends the messages in order, the first as a reply to the reader's own, and gives their ids. Telegram may
 * refuse our markup: then the words go without it.
 */
export async function sendMessages(
  ctx: Context,
  messages: readonly RenderedMessage[],
  { logger, keyboard, instead = [] }: Sending,
): Promise<number[]> {
  const ids: number[] = [];
  for (const [i, message] of messages.entries()) {
    const isLast = i === messages.length - 1;
    const options = { ...NO_PREVIEW, ...(isLast && keyboard ? { reply_markup: keyboard } : {}) };
    const put = (words: string, markup: object): Promise<number> =>
      rewriteOrSend(ctx, words, { ...replyTo(ctx, i), ...options, ...markup }, instead[i]);
    try {
      ids.push(await put(message.html, { parse_mode: "HTML" }));
    } catch (error) {
      if (!isMarkupRefused(error)) throw error;
      logger.warn({ update: ctx.update.update_id }, "Telegram refused the markup; sent plain text");
      ids.push(await put(message.plain, {}));
    }
  }
  for (const id of instead.slice(messages.length)) await remove(ctx, id);
  return ids;
}

const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

/** Only the first replies; without the permission to do without, a question deleted meanwhile gets nothing. */
function replyTo(ctx: Context, index: number): object {
  const message = ctx.message ?? ctx.editedMessage;
  if (index > 0 || message === undefined) return topicOf(ctx);
  const reply = { message_id: message.message_id, allow_sending_without_reply: true };
  return { ...topicOf(ctx), reply_parameters: reply };
}

async function rewriteOrSend(
  ctx: Context,
  words: string,
  options: object,
  instead: number | undefined,
): Promise<number> {
  const chat = ctx.chat?.id ?? 0;
  if (instead === undefined) return (await ctx.api.sendMessage(chat, words, options)).message_id;
  try {
    await ctx.api.editMessageText(chat, instead, words, options);
    return instead;
  } catch (error) {
    if (isSaid(error, "message is not modified")) return instead;
    if (!isSaid(error, "message to edit not found") && !isSaid(error, "can't be edited"))
      throw error;
    return (await ctx.api.sendMessage(chat, words, options)).message_id;
  }
}

/** A message that is left over, or already gone, harms nobody. */
async function remove(ctx: Context, message: number): Promise<void> {
  try {
    await ctx.api.deleteMessage(ctx.chat?.id ?? 0, message);
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
  }
}

function isSaid(error: unknown, words: string): boolean {
  return error instanceof GrammyError && error.description.includes(words);
}
