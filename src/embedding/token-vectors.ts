import type { TokenStates } from "./pooling.ts";

/** The vectors of a text's tokens, row by row; a row is a vector of length 1 in 127ths, or zeros. */
export interface TokenVectors {
  readonly data: Int8Array;
  readonly dimensions: number;
}

/**
 * The vectors of tokens `from` to `to` (not included): their states less `centre`, scaled to length 1 and
 * rounded to eight bits.
 */
export function tokenVectors(
  states: TokenStates,
  range: { readonly from: number; readonly to: number },
  centre?: Float32Array,
): TokenVectors {
  const { dimensions } = states;
  const count = Math.max(0, Math.min(range.to, states.tokens) - range.from);
  const data = new Int8Array(count * dimensions);
  for (let i = 0; i < count; i++) {
    const row = (range.from + i) * dimensions;
    const state = states.data.subarray(row, row + dimensions);
    data.set(inEightBits(state.map((value, j) => value - (centre?.[j] ?? 0))), i * dimensions);
  }
  return { data, dimensions };
}

/** Of a text without tokens. */
export const NO_TOKENS: TokenVectors = { data: new Int8Array(), dimensions: 0 };

/** The largest of the eight bits, one bit being the sign. */
export const UNIT = 127;

function inEightBits(vector: Float32Array): Int8Array {
  const length = Math.hypot(...vector);
  return Int8Array.from(vector, (value) =>
    length === 0 ? 0 : Math.round((value / length) * UNIT),
  );
}
