import { describe, expect, test } from "vitest";
import type { Match } from "../../src/indexing/search-index.ts";
import { candidatesOf } from "../../src/search/candidates.ts";

describe("candidatesOf", () => {
  test("a passage comes once, with its place in each list that has it", () => {
    const nearest = [match(7, 0.9), match(8, 0.5)];
    expect(candidates(nearest, [match(8, 3), match(9, 2)])).toEqual([
      { passage: 7, evidence: { vectorRank: 1, cosine: 0.9 } },
      { passage: 8, evidence: { vectorRank: 2, cosine: 0.5, termRank: 1, bm25: 3 } },
      { passage: 9, evidence: { termRank: 2, bm25: 2 } },
    ]);
  });

  test("each list gives at most so many as were asked for", () => {
    const many = Array.from({ length: 9 }, (_, i) => match(i, 1));
    expect(candidates(many, many, 4)).toHaveLength(4);
  });

  test("two empty lists give nothing", () => {
    expect(candidates([], [])).toEqual([]);
  });
});

const match = (passage: number, score: number): Match => ({ passage, score });

function candidates(nearest: readonly Match[], matching: readonly Match[], limit = 10) {
  const index = {
    nearest: (_: Float32Array, most: number) => nearest.slice(0, most),
    matching: (_: string, most: number) => matching.slice(0, most),
  };
  return candidatesOf(index, { text: "问", vector: Float32Array.of(1) }, limit);
}
