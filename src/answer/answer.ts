import type { ArticleSource } from "../articles/article.ts";
import type { TextRange } from "../embedding/piece-ranges.ts";
import type { SentenceParts } from "./rank-sentences.ts";

/** What Baowen says to a question: the paper's own words, or that the paper does not say. */
export interface Answer {
  readonly question: string;
  /** BCP 47 language of the question: `zh`, `zh-Hant`, `en`, `ja`, … */
  readonly language: string;
  readonly status: "answered" | "not_found";
  /** Calibrated probability that the first citation answers, 0 to 1. */
  readonly confidence: number;
  /** Lead line and quotes as plain text, in the language of the question. */
  readonly answer: string;
  /** Most useful first; empty when nothing was found. */
  readonly citations: readonly Citation[];
  /** The closest articles; filled when nothing was found. */
  readonly nearest: readonly NearestArticle[];
  /** What led to it, where that was asked for. */
  readonly why?: Why;
}

/** What an answer was decided by. */
export interface Why {
  /** The confidence from which on a question is answered. */
  readonly threshold: number;
  /** The sentences that answer best, best first, quoted or not. */
  readonly sentences: readonly ScoredSentence[];
}

/** A sentence and what speaks for it: `article.text.slice(start, end) === text`. */
export interface ScoredSentence {
  readonly articleId: string;
  readonly headline: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The sum of `parts`. */
  readonly score: number;
  readonly parts: SentenceParts;
}

/** Words of an article: `article.text.slice(start, end) === quote`, always. */
export interface Citation {
  /** 1 for the first. */
  readonly n: number;
  readonly articleId: string;
  readonly headline: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** The words of the quote that answer, as far as they can be told; offsets as above. */
  readonly words?: TextRange;
  /** Where a reader can open the article; undefined when it is nowhere on the web. */
  readonly link?: string;
  /** `lines` are those of the quote. */
  readonly source: ArticleSource;
}

/** An article that is close to a question without answering it. */
export interface NearestArticle {
  readonly articleId: string;
  readonly headline: string;
  readonly link?: string;
}
