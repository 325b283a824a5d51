import type { Composer, Context } from "grammy";
import { messageOf } from "../../../errors.ts";
import type { Conversation } from "./conversation.ts";
import { PAGE_KINDS } from "./operating.ts";
import { textBlocks } from "../writing/rendered-message.ts";
import { sendMessages } from "../writing/send-messages.ts";
import type { Words } from "../words/words.ts";
import { wordsFor } from "./words-for.ts";

/** Teaches the bot to add a file that an operator sends it to the paper. From everybody else it is a file like any. */
export function onUploads(messages: Composer<Context>, conversation: Conversation): void {
  messages
    .chatType("private")
    .on("message:document")
    .filter((ctx) => conversation.operators.has(ctx.from.id))
    .use(async (ctx) => {
      const words = wordsFor(ctx, conversation);
      const { file_name: name = "", file_size: size = 0 } = ctx.message.document;
      const text = refusalOf(name, size, words) ?? (await add(ctx, name, { words, conversation }));
      await sendMessages(ctx, textBlocks(text), conversation);
    });
}

/** Mebibytes: a page of text has a hundredth of one. Telegram itself gives bots up to 20. */
const LARGEST = 5;

/** One name without folders: letters, digits and a few marks, none of which a shell or a path reads. */
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()（）-]{0,99}$/u;

function refusalOf(name: string, size: number, words: Words): string | undefined {
  const kinds = PAGE_KINDS.join(", ");
  if (!PAGE_KINDS.some((kind) => name.toLowerCase().endsWith(kind))) {
    return words.say("upload-kinds", { kinds });
  }
  if (isTooLarge(size)) return tooLarge(words);
  return PLAIN_NAME.test(name) ? undefined : words.say("upload-name");
}

function isTooLarge(size: number): boolean {
  return size > LARGEST * 1024 ** 2;
}

function tooLarge(words: Words): string {
  return words.say("upload-too-large", { megabytes: LARGEST });
}

async function add(
  ctx: Context,
  name: string,
  { words, conversation }: { readonly words: Words; readonly conversation: Conversation },
): Promise<string> {
  const { operating, logger } = conversation;
  try {
    const { file_path: path = "" } = await ctx.getFile();
    const bytes = await operating.download(path);
    // Telegram need not tell the size beforehand.
    if (isTooLarge(bytes.length)) return tooLarge(words);
    const result = await operating.add(name, bytes);
    switch (result.outcome) {
      case "added":
        return words.say("upload-added", { file: name, articles: result.articles });
      case "exists":
        return words.say("upload-exists", { file: name });
      case "refused":
        return words.say("upload-refused", { file: name, reason: result.reason });
    }
  } catch (error) {
    const reason = messageOf(error);
    logger.error({ update: ctx.update.update_id, reason }, "A file could not be added");
    return words.say("upload-failed", { reason });
  }
}
