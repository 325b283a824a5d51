import type { Pairs, Whole } from "../lines/pairs.ts";

/** Between 0 and 1: the share of the first text's pairs that the second has, rare pairs counting most. */
export type Likeness = (part: Pairs, whole: Whole) => number;

/** Measures likeness among texts of one page; a pair weighs by how few of the texts have it. */
export function createLikeness(texts: readonly Pairs[]): Likeness {
  const weights = weightsOf(texts);
  const unknown = Math.log(1 + texts.length);
  return (part, whole) => {
    let all = 0;
    let both = 0;
    for (const pair of part) {
      const weight = weights.get(pair) ?? unknown;
      all += weight;
      if (whole.has(pair)) both += weight;
    }
    return all === 0 ? 0 : both / all;
  };
}

/** How much each pair tells among some texts: the fewer have it, the more. */
export function weightsOf(texts: readonly Pairs[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const pairs of texts) {
    for (const pair of pairs) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  }
  for (const [pair, count] of holders) holders.set(pair, Math.log(1 + texts.length / count));
  return holders;
}
