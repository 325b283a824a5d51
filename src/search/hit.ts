import type { IndexedSentence } from "../indexing/search-index.ts";

/** A passage that may hold the answer: `article.text.slice(start, end) === text`. */
export interface Hit {
  readonly articleId: string;
  readonly headline: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of use for comparing hits of one query only; the sum of `parts`. */
  readonly score: number;
  /** What each list of candidates gave to the score. */
  readonly parts: HitParts;
  /** Why: the passage's place in each list of candidates. */
  readonly evidence: HitEvidence;
  readonly sentences: readonly IndexedSentence[];
}

export interface HitParts {
  readonly vectors: number;
  readonly terms: number;
}

/** Ranks count from 1; what is undefined was not among the candidates of that list. */
export interface HitEvidence {
  readonly vectorRank?: number;
  /** Cosine of question and passage. */
  readonly cosine?: number;
  readonly termRank?: number;
  readonly bm25?: number;
}
