import type { Imprint } from "../corpus/page.ts";

/** One story of the paper. Offsets are UTF-16 units of `text`, as in `text.slice(start, end)`. */
export interface Article {
  /** Stable across rebuilds, URL-safe, at most 32 characters. */
  readonly id: string;
  /** Empty when the page gives none. */
  readonly headline: string;
  readonly subheadline?: string;
  readonly byline?: string;
  readonly captions: readonly string[];
  /** Body paragraphs and subheads in reading order, joined by `\n`, hard wraps removed. */
  readonly text: string;
  readonly source: ArticleSource;
  /** Which file line each stretch of `text` came from, ascending in `start`. */
  readonly lineSpans: readonly LineSpan[];
  /**
   * Estimated probability that text and headline are cut rightly; absent where an editor made the cut or
   * the article came whole.
   */
  readonly confidence?: number;
}

/** The place that an article was taken from. */
export interface ArticleSource extends Imprint {
  readonly file: string;
  /** First and last file line of the text, both included. */
  readonly lines: LineRange;
}

/** First and last line, both included, 1-based. */
export type LineRange = readonly [first: number, last: number];

/** `text.slice(start, end)` was printed on line `line`. */
export interface LineSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Below this probability an editor is asked to look at the cut: on made pages that is one article in eight,
 * and of those below, half are wrong.
 */
export const LOW_CONFIDENCE = 0.75;

/** The program made the cut and would rather have an editor look at it. */
export function isUnsure({ confidence }: Pick<Article, "confidence">): boolean {
  return confidence !== undefined && confidence < LOW_CONFIDENCE;
}

/** The file lines that `article.text.slice(start, end)` was printed on. */
export function linesOf(article: Article, start: number, end: number): LineRange {
  const touched = article.lineSpans.filter((span) => span.start < end && span.end > start);
  const lines = touched.map((span) => span.line);
  return lines.length === 0 ? article.source.lines : [Math.min(...lines), Math.max(...lines)];
}
