import type { Composer, Context, Filter } from "grammy";
import type { AskOptions } from "../../../answer/newspaper.ts";
import { answerKeyboard } from "../writing/answer-keyboard.ts";
import { askOrApologize } from "./answer-question.ts";
import { articlePage } from "../writing/article-pages.ts";
import { buttonFrom, type Button } from "../writing/button-data.ts";
import type { StoredAnswer } from "../chats/chat-store.ts";
import type { Conversation } from "./conversation.ts";
import { renderAnswer } from "../writing/render-answer.ts";
import { textBlocks } from "../writing/rendered-message.ts";
import { sendMessages } from "../writing/send-messages.ts";
import { INTERFACE_LANGUAGES, wordsIn } from "../words/words.ts";
import { wordsFor } from "./words-for.ts";

type Pressed = Filter<Context, "callback_query:data">;

/** Teaches the bot what its buttons do. A button of an answer that was forgotten says so. */
export function onPressedButtons(bot: Composer<Context>, conversation: Conversation): void {
  bot.on("callback_query:data", async (ctx) => {
    const button = buttonFrom(ctx.callbackQuery.data);
    const words = wordsFor(ctx, conversation);
    const toast =
      button === undefined ? words.say("expired") : await press(ctx, button, conversation);
    await ctx.answerCallbackQuery(toast === undefined ? {} : { text: toast });
  });
}

/** Does what a button says; gives the words that are shown for a moment, if any. */
async function press(
  ctx: Pressed,
  button: Button,
  conversation: Conversation,
): Promise<string | undefined> {
  switch (button.kind) {
    case "article":
      return turnPage(ctx, button, conversation);
    case "language":
      return choose(ctx, button.language, conversation);
    case "unhelpful":
      conversation.chats.markUnhelpful(button.answerId);
      return wordsFor(ctx, conversation).say("noted-unhelpful");
    case "more":
    case "others":
      return sayMore(ctx, button.kind, button.answerId, conversation);
  }
}

/** From the list or answer the article comes as a message of its own; from there its pages turn in place. */
async function turnPage(
  ctx: Pressed,
  { articleId, page }: Extract<Button, { kind: "article" }>,
  conversation: Conversation,
): Promise<string | undefined> {
  const { newspaper, publicUrl, logger } = conversation;
  const words = wordsFor(ctx, conversation);
  const article = newspaper.article(articleId);
  if (article === undefined) return words.say("unknown-article");
  const { messages, keyboard } = articlePage(article, page, {
    ...{ words, username: ctx.me.username },
    ...(publicUrl === undefined ? {} : { publicUrl }),
  });
  const own = ctx.callbackQuery.message?.message_id;
  const instead = isPageOf(ctx, articleId) && own !== undefined ? [own] : [];
  await sendMessages(ctx, messages, { logger, keyboard, instead });
  return undefined;
}

/** Buttons that turn pages are known by their words: those that open an article carry the same. */
function isPageOf(ctx: Pressed, articleId: string): boolean {
  const { message } = ctx.callbackQuery;
  // Of a message that it does not show any more, Telegram tells no buttons.
  const buttons = (message?.reply_markup?.inline_keyboard ?? []).flat();
  return buttons.some((button) => {
    const pressed = "callback_data" in button ? buttonFrom(button.callback_data) : undefined;
    return (
      pressed?.kind === "article" && pressed.articleId === articleId && turnsPages(button.text)
    );
  });
}

function turnsPages(label: string): boolean {
  return INTERFACE_LANGUAGES.map(wordsIn).some(
    ({ say }) => label === say("button-earlier") || label === say("button-later"),
  );
}

async function choose(ctx: Pressed, language: string, conversation: Conversation): Promise<string> {
  conversation.chats.setLanguage(ctx.from.id, language === "" ? undefined : language);
  return Promise.resolve(wordsFor(ctx, conversation).say("language-set"));
}

/** Asks an answer's question again, of its own articles or of all others; what was said is not said again. */
async function sayMore(
  ctx: Pressed,
  kind: "more" | "others",
  answerId: number,
  conversation: Conversation,
): Promise<string | undefined> {
  const { chats, logger } = conversation;
  const words = wordsFor(ctx, conversation);
  const before = chats.answer(answerId);
  if (before === undefined) return words.say("expired");
  const { question, history, articleIds } = before;
  const said = await wordsOf(ctx, before, conversation);
  const among: AskOptions["among"] = ({ articleId, text }) =>
    articleIds.includes(articleId) === (kind === "more") && !said.includes(text);
  const answer = await askOrApologize(ctx, { question, history, among }, conversation);
  if (typeof answer === "string") {
    await sendMessages(ctx, textBlocks(answer), { logger });
    return undefined;
  }
  if (answer.citations.length === 0) return words.say(kind === "more" ? "no-more" : "no-others");
  const { username } = ctx.me;
  const isPrivate = ctx.chat?.type === "private";
  await sendMessages(ctx, renderAnswer(answer, { username }), {
    logger,
    keyboard: answerKeyboard(answer, { words, username, isPrivate }),
  });
  return undefined;
}

/**
 * What an answer said. The update tells it only of the message with the buttons: where the answer took
 * several, or that one is too old to be shown, the question is asked again.
 */
async function wordsOf(
  ctx: Pressed,
  { place, messageId, question, history }: StoredAnswer,
  conversation: Conversation,
): Promise<string> {
  const text = ctx.msg?.text;
  const isWhole = conversation.chats.replies(place, messageId).length <= 1;
  if (text !== undefined && isWhole) return text;
  const answer = await askOrApologize(ctx, { question, history }, conversation);
  return typeof answer === "string" ? "" : answer.citations.map(({ quote }) => quote).join("\n");
}
