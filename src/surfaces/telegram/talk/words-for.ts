import type { Context } from "grammy";
import type { Conversation } from "./conversation.ts";
import { INTERFACE_LANGUAGES, interfaceLanguageFor, wordsIn, type Words } from "../words/words.ts";

/** The bot's words in the language that a reader has chosen, or else that of their Telegram. */
export function wordsFor(
  ctx: Context,
  { chats, defaultLanguage }: Pick<Conversation, "chats" | "defaultLanguage">,
): Words {
  const chosen = ctx.from === undefined ? undefined : chats.language(ctx.from.id);
  const known = INTERFACE_LANGUAGES.find((language) => language === chosen);
  return wordsIn(known ?? interfaceLanguageFor(ctx.from?.language_code, defaultLanguage));
}
