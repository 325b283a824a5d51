import { imprintOf, type Page } from "../../corpus/page.ts";
import type { Article } from "../article.ts";
import { joinPieces, type TextPiece } from "./article-text.ts";

/** What an article is made of, whoever cut it. Words that are not there are empty. */
export interface SettableParts {
  readonly headline: string;
  readonly subheadline: string;
  readonly byline: string;
  readonly captions: readonly string[];
  /** Body lines and subheads in reading order. */
  readonly pieces: readonly TextPiece[];
}

/** Puts the parts of an article on a page together, with the lines that they came from. */
export function setArticle(page: Page, parts: SettableParts, id: string): Article {
  const { headline, subheadline, byline, captions } = parts;
  const { text, lineSpans } = joinPieces(parts.pieces);
  const from = lineSpans.map(({ line }) => line);
  const first = from.reduce((least, line) => Math.min(least, line), Infinity);
  const last = from.reduce((most, line) => Math.max(most, line), 0);
  return {
    id,
    headline,
    ...(subheadline === "" ? {} : { subheadline }),
    ...(byline === "" ? {} : { byline }),
    captions,
    text,
    lineSpans,
    source: { file: page.file, lines: [first, last], ...imprintOf(page) },
  };
}
