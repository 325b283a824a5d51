import type { Answer, Citation, NearestArticle } from "../../../answer/answer.ts";
import { phrasesFor } from "../../../answer/phrases.ts";
import { articleLink } from "./article-link.ts";
import { bold, escapeHtml, italic, linked, markedHtml, quotation } from "./html.ts";
import { placeOfPrint } from "./place-of-print.ts";
import { MESSAGE_LIMIT, packBlocks, type RenderedMessage, textBlocks } from "./rendered-message.ts";
import { shorten, splitText } from "./split-text.ts";
import { headlineOr, isVisible } from "./visible.ts";
import { interfaceLanguageFor, wordsIn } from "../words/words.ts";

/** What the markup of an answer needs besides the answer. */
export interface RenderOptions {
  /** The bot's own name, for links that open an article in the chat. */
  readonly username: string;
}

// Escaped units. Real headlines have fewer than 60 characters; this keeps room for the quote.
const LONGEST_HEADLINE = 300;

/** An answer as Telegram messages: each citation with its headline, its place and its quote. */
export function renderAnswer(answer: Answer, options: RenderOptions): RenderedMessage[] {
  const blocks =
    answer.status === "answered"
      ? [
          ...textBlocks(phrasesFor(answer.language).found),
          ...answer.citations.flatMap((citation) =>
            citationBlocks(citation, answer.language, options),
          ),
        ]
      : notFoundBlocks(answer, options);
  return packBlocks(blocks);
}

function citationBlocks(
  citation: Citation,
  language: string,
  options: RenderOptions,
): RenderedMessage[] {
  const headline = headlineOf(citation, `${citation.n}. `, language, options);
  const place = shorten(placeOfPrint(citation.source, language), LONGEST_HEADLINE);
  const head = {
    html: `${headline.html}\n${italic(escapeHtml(place))}\n`,
    plain: `${headline.plain}\n${place}\n`,
  };
  const room = MESSAGE_LIMIT - quotation(bold("")).length;
  const pieces = splitText(citation.quote, { first: room - head.html.length, rest: room });
  const startOf = (index: number): number =>
    citation.start + pieces.slice(0, index).join("").length;
  return pieces
    .map((piece, index) => ({
      html:
        (index === 0 ? head.html : "") +
        quotation(markedHtml(piece, startOf(index), citation.words)),
      plain: (index === 0 ? head.plain : "") + piece,
      isBlank: index > 0 && !isVisible(piece),
    }))
    .filter((block) => !block.isBlank)
    .map(({ html, plain }) => ({ html, plain }));
}

function notFoundBlocks(answer: Answer, options: RenderOptions): RenderedMessage[] {
  const { language, nearest } = answer;
  const phrases = phrasesFor(language);
  if (nearest.length === 0) return textBlocks(phrases.notFound);
  return [
    ...textBlocks(`${phrases.notFound}\n${phrases.nearest}`),
    ...nearest.map((article) => headlineOf(article, "• ", language, options)),
  ];
}

function headlineOf(
  article: Citation | NearestArticle,
  mark: string,
  language: string,
  options: RenderOptions,
): RenderedMessage {
  const { say } = wordsIn(interfaceLanguageFor(language, "en"));
  const headline = shorten(headlineOr(article.headline, say("no-headline")), LONGEST_HEADLINE);
  const link = articleLink(article, options.username);
  return {
    html: mark + bold(linked(escapeHtml(headline), link)),
    plain: mark + headline + (link === undefined ? "" : ` ${link}`),
  };
}
