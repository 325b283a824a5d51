import type { Article } from "../../../articles/article.ts";
import { articleLink } from "./article-link.ts";
import { bold, escapeHtml, italic, linked } from "./html.ts";
import { placeOfPrint } from "./place-of-print.ts";
import { MESSAGE_LIMIT, packBlocks, type RenderedMessage } from "./rendered-message.ts";
import { shorten, splitText } from "./split-text.ts";
import { headlineOr, isVisible } from "./visible.ts";
import type { Words } from "../words/words.ts";

/** What the markup of an article needs besides the article. */
export interface ArticleOptions {
  /** In the reader's language. */
  readonly words: Words;
  readonly username: string;
  /** Address of the web reader; without it the headline leads to the paper's own site, if any. */
  readonly publicUrl?: string;
}

// Escaped units for each line of the head; keeps most of the first message for the text.
const LONGEST_HEAD_LINE = 300;

/** A whole article as Telegram messages: headline, byline, date and page, then the text. */
export function renderArticle(article: Article, options: ArticleOptions): RenderedMessage[] {
  const head = headOf(article, options);
  const pieces = splitText(article.text, {
    first: MESSAGE_LIMIT - head.html.length,
    rest: MESSAGE_LIMIT,
  });
  const [first = "", ...rest] = pieces;
  const blocks = [
    { html: head.html + escapeHtml(first), plain: head.plain + first },
    ...rest.map((piece) => ({ html: escapeHtml(piece), plain: piece })),
  ];
  return packBlocks(blocks.filter((block) => isVisible(block.plain)));
}

function linkOf(article: Article, options: ArticleOptions): string | undefined {
  const { publicUrl, username } = options;
  const page = publicUrl === undefined ? undefined : `${publicUrl}/a/${article.id}`;
  const link = page ?? article.source.url;
  // The chat itself is no place to lead to: the reader is in it.
  if (link === undefined) return undefined;
  const target = articleLink({ articleId: article.id, link }, username);
  return target === link ? link : undefined;
}

function headOf(article: Article, options: ArticleOptions): RenderedMessage {
  const { language } = options.words;
  const named = headlineOr(article.headline, options.words.say("no-headline"));
  const headline = shorten(named, LONGEST_HEAD_LINE);
  const link = linkOf(article, options);
  const below = [
    article.subheadline,
    [article.byline, placeOfPrint(article.source, language)]
      .filter((part) => part !== undefined)
      .join(" · "),
  ]
    .filter((line) => line !== undefined)
    .map((line) => shorten(line, LONGEST_HEAD_LINE));
  return {
    html: `${bold(linked(escapeHtml(headline), link))}\n${below.map((line) => italic(escapeHtml(line))).join("\n")}\n\n`,
    plain: `${headline}\n${below.join("\n")}\n\n`,
  };
}
