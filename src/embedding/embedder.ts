/** Turns text into vectors of one model. All vectors have length 1, so a dot product is a cosine. */
export interface Embedder {
  /** Names weights, prefixes and pooling: vectors of two fingerprints must not be compared. */
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly embedQuery: (text: string) => Promise<Float32Array>;
  /** One result for each input, in order. */
  readonly embedPassages: (passages: readonly PassageInput[]) => Promise<readonly PassageVectors[]>;
}

/** A passage as the model reads it: what it is about, then its sentences. */
export interface PassageInput {
  /** The headline of its article. */
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** A passage's vector and those of its sentences, in order, all from one reading. */
export interface PassageVectors {
  readonly passage: Float32Array;
  readonly sentences: readonly Float32Array[];
}

/** Dot product of two vectors of one length: their cosine when both have length 1. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
