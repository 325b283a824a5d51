import type { ArticleSource } from "../articles/article.ts";

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
