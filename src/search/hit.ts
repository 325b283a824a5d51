/** A passage that may hold the answer: `article.text.slice(start, end) === text`. */
export interface Hit {
  readonly articleId: string;
  readonly headline: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of use for comparing hits of one query only; the sum of `parts`. */
  readonly score: number;
  readonly parts: HitParts;
  /** Why: the passage's place in each list of candidates. */
  readonly evidence: HitEvidence;
  /** For each token of the query the best cosine in the headline. */
  readonly headlineCosines: Float32Array;
  readonly sentences: readonly HitSentence[];
}

export interface HitParts {
  /** How well headline and text agree with the query, token by token. */
  readonly meaning: number;
  /** For the query's terms that the passage has. */
  readonly terms: number;
  /** For the whole query standing in headline or text, word for word. */
  readonly exact: number;
  /** For an article of the time that the query asks about, or a new one where it wants the newest. */
  readonly time: number;
  /** What the reader thinks of its best window, where it was asked. */
  readonly reader?: number;
}

/** Ranks count from 1; what is undefined was not among the candidates of that list. */
export interface HitEvidence {
  readonly vectorRank?: number;
  /** Cosine of query and passage. */
  readonly cosine?: number;
  readonly termRank?: number;
  readonly bm25?: number;
}

/** The words of a hit between two offsets of its article's text. */
export function textIn({ text, start }: Hit, from: number, to: number): string {
  return text.slice(from - start, to - start);
}

/** A sentence of a hit; offsets count from the start of the article's text. */
export interface HitSentence {
  readonly start: number;
  readonly end: number;
  /** For each token of the query the best cosine in the sentence. */
  readonly cosines: Float32Array;
}
