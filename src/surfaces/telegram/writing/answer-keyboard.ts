import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Answer, Citation, NearestArticle } from "../../../answer/answer.ts";
import { articleLink } from "./article-link.ts";
import { buttonData } from "./button-data.ts";
import { wellFormed } from "./html.ts";
import { shorten } from "./split-text.ts";
import { headlineOr } from "./visible.ts";
import type { Words } from "../words/words.ts";

/** What the buttons below an answer need besides the answer. */
export interface KeyboardOptions {
  readonly words: Words;
  /** The bot's own name, for links that open an article in a chat with it. */
  readonly username: string;
  /** Whether the buttons may print an article right here: not into a group. */
  readonly isPrivate: boolean;
  /** By which the answer is known when a button is pressed; without it, it only opens articles. */
  readonly answerId?: number;
}

/** Units of a button's text that a phone shows in a full row. */
const LONGEST_LABEL = 40;

/** The buttons below an answer: its articles, or the nearest; then more of them, others, and "not helpful". */
export function answerKeyboard(answer: Answer, options: KeyboardOptions): InlineKeyboard {
  const { words, answerId } = options;
  const keyboard = new InlineKeyboard();
  const named = answer.status === "answered" ? answer.citations : answer.nearest;
  for (const article of firstOfEach<Citation | NearestArticle>(named)) {
    const button = articleButton(article, options);
    if (button !== undefined) keyboard.add(button).row();
  }
  if (answerId === undefined) return keyboard;
  if (answer.status === "answered") {
    keyboard
      .text(words.say("button-more"), buttonData({ kind: "more", answerId }))
      .text(words.say("button-others"), buttonData({ kind: "others", answerId }))
      .row();
  }
  return keyboard.text(words.say("button-unhelpful"), buttonData({ kind: "unhelpful", answerId }));
}

/** On the web, else in this chat, else in a chat with the bot; undefined where none can be. */
function articleButton(
  article: Citation | NearestArticle,
  { words, username, isPrivate }: KeyboardOptions,
): InlineKeyboardButton | undefined {
  const headline = headlineOr(article.headline, words.say("no-headline"));
  const named = wellFormed("n" in article ? `${article.n}. ${headline}` : headline);
  const label = shorten(named, LONGEST_LABEL);
  const link = articleLink(article, username);
  const isOnTheWeb = link !== undefined && link === article.link;
  if (isPrivate && !isOnTheWeb) {
    const data = buttonData({ kind: "article", articleId: article.articleId, page: 1 });
    return InlineKeyboard.text(label, data);
  }
  return link === undefined ? undefined : InlineKeyboard.url(label, link);
}

function firstOfEach<T extends { readonly articleId: string }>(all: readonly T[]): T[] {
  return all.filter(
    ({ articleId }, i) => all.findIndex((other) => other.articleId === articleId) === i,
  );
}
