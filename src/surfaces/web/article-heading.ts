import { html } from "hono/html";
import type { Article, ArticleSource } from "../../articles/article.ts";
import type { Html } from "./layout.ts";
import { articleLink } from "./links.ts";
import type { QuoteRange } from "./quote-ranges.ts";
import { languageOfText } from "./text-language.ts";
import type { Wording } from "./wording.ts";

/** A headline that leads to its article, or to a quote in it. */
export function headlineLink(
  wording: Wording,
  article: Pick<Article, "id" | "headline">,
  quote?: QuoteRange,
): Html {
  const href = articleLink(article.id, quote);
  return html`<a href="${href}">${headline(wording, article)}</a>`;
}

/** A headline in the language it was printed in, or words that stand for the one that is missing. */
export function headline(wording: Wording, article: Pick<Article, "headline">): Html {
  if (article.headline === "") return html`${wording.noHeadline}`;
  return html`<span lang="${languageOfText(article.headline)}">${article.headline}</span>`;
}

/** When and where an article was printed, as far as it is known. */
export function imprint(wording: Wording, { date, edition, page }: ArticleSource): Html {
  const parts = [
    date === undefined ? undefined : html`<time datetime="${date}">${date}</time>`,
    edition,
    page === undefined ? undefined : wording.pageNumber(page),
  ].filter((part) => part !== undefined);
  return html`${parts.map((part) => html`<span class="part">${part}</span>`)}`;
}
