import { InlineKeyboard } from "grammy";
import type { Article } from "../../../articles/article.ts";
import { buttonData } from "./button-data.ts";
import { renderArticle, type ArticleOptions } from "./render-article.ts";
import type { RenderedMessage } from "./rendered-message.ts";

/** A page of an article, with buttons to the pages before and after; the nearest for a page it has not. */
export function articlePage(
  article: Article,
  page: number,
  options: ArticleOptions,
): { messages: readonly RenderedMessage[]; keyboard: InlineKeyboard } {
  const { words } = options;
  const pages = renderArticle(article, options);
  const shown = Math.min(Math.max(1, page), pages.length);
  const keyboard = new InlineKeyboard();
  const leadTo = (key: "button-earlier" | "button-later", to: number): void => {
    const data = buttonData({ kind: "article", articleId: article.id, page: to });
    keyboard.text(words.say(key), data);
  };
  if (shown > 1) leadTo("button-earlier", shown - 1);
  if (shown < pages.length) leadTo("button-later", shown + 1);
  return { messages: pages.slice(shown - 1, shown), keyboard };
}
