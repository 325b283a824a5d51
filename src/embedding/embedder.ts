import type { TokenVectors } from "./token-vectors.ts";

/** Turns text into vectors of one model. All vectors have length 1, so a dot product is a cosine. */
export interface Embedder {
  /** Names weights, prefixes, pooling and centres: vectors of two fingerprints must not be compared. */
  readonly fingerprint: string;
  /** Numbers of a vector, of a whole text or of a token. */
  readonly dimensions: number;
  readonly embedQuery: (text: string) => Promise<QueryVectors>;
  /** One result for each input, in order. */
  readonly embedPassages: (passages: readonly PassageInput[]) => Promise<readonly PassageVectors[]>;
}

/** A question as a whole and token by token. */
export interface QueryVectors {
  readonly whole: Float32Array;
  readonly tokens: TokenVectors;
}

/** A passage as the model reads it: what it is about, then its sentences. */
export interface PassageInput {
  /** The headline of its article. */
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** A passage as a whole and token by token, all from one reading. */
export interface PassageVectors {
  readonly whole: Float32Array;
  readonly headline: TokenVectors;
  /** One for each sentence, in order; without tokens where the model's window ended before it. */
  readonly sentences: readonly TokenVectors[];
}
