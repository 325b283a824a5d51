import type { TextRange } from "./piece-ranges.ts";

/** A model that reads question and passage together: does it answer, and where. */
export interface Reader {
  readonly read: (question: string, window: ReaderInput) => Promise<Reading>;
}

/** Some neighbouring sentences of an article, short enough to be read at once. */
export interface ReaderInput {
  /** The headline of their article. */
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** What the reader says of a window; all numbers are logits, without bounds. */
export interface Reading {
  /** Above 0 the window answers rather than not, as the model was trained. */
  readonly relevance: number;
  /** For each sentence, how well the best words in it fit as the answer. */
  readonly spans: readonly number[];
  /** For each sentence, where in it these words stand; undefined where that cannot be told. */
  readonly words?: readonly (TextRange | undefined)[];
}
