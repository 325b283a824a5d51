/** The model's states of one input: `tokens` rows of `dimensions` numbers, row by row. */
export interface TokenStates {
  readonly data: Float32Array;
  readonly tokens: number;
  readonly dimensions: number;
}

/** How a vector is made of token states. */
export type Pooling = "mean" | "cls";

/** The vector of tokens `from` to `to` (not included), of length 1; zeros when the range is empty. */
export function pool(states: TokenStates, from: number, to: number): Float32Array {
  const { data, dimensions } = states;
  const sum = new Float32Array(dimensions);
  for (let token = from; token < Math.min(to, states.tokens); token++) {
    const row = token * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (data[row + i] ?? 0);
  }
  return normalized(sum);
}

function normalized(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
