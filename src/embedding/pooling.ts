/** The model's states of one input: `tokens` rows of `dimensions` numbers, row by row. */
export interface TokenStates {
  readonly data: Float32Array;
  readonly tokens: number;
  readonly dimensions: number;
}

/** How a vector is made of token states. */
export type Pooling = "mean" | "cls";

/**
 * The vector of tokens `from` to `to` (not included): the mean of their states less `centre`, scaled to
 * length 1; zeros when the range is empty.
 */
export function pool(
  states: TokenStates,
  from: number,
  to: number,
  centre?: Float32Array,
): Float32Array {
  const { data, dimensions } = states;
  const sum = new Float32Array(dimensions);
  const end = Math.min(to, states.tokens);
  for (let token = from; token < end; token++) {
    const row = token * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (data[row + i] ?? 0);
  }
  if (end <= from || centre === undefined) return normalized(sum);
  return normalized(sum.map((value, i) => value / (end - from) - (centre[i] ?? 0)));
}

function normalized(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
