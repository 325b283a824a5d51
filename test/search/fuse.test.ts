import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fuse } from "../../src/search/fuse.ts";

const lists = (...passages: number[]) =>
  passages.map((passage, i) => ({ passage, score: 1 - i / 10 }));

describe("fuse", () => {
  test("a passage gets 1 / (60 + rank) from each list that has it", () => {
    expect(fuse(lists(7, 8), lists(8))).toEqual([
      {
        passage: 8,
        score: 1 / 62 + 1 / 61,
        parts: { vectors: 1 / 62, terms: 1 / 61 },
        evidence: { vectorRank: 2, cosine: 0.9, termRank: 1, bm25: 1 },
      },
      {
        passage: 7,
        score: 1 / 61,
        parts: { vectors: 1 / 61, terms: 0 },
        evidence: { vectorRank: 1, cosine: 1 },
      },
    ]);
  });

  test("a passage in both lists comes before one that leads a single list", () => {
    const nearest = lists(1, 10, 11, 12, 13, 2);
    const matching = lists(3, 14, 15, 16, 17, 2);
    expect(fuse(nearest, matching)[0]?.passage).toBe(2);
  });

  test("among equals the one that the vectors put first wins", () => {
    expect(placesOf(fuse(lists(5, 6), lists(6, 5)))).toEqual([5, 6]);
    expect(placesOf(fuse(lists(9), lists(2)))).toEqual([9, 2]);
  });

  test("one list is kept in its order", () => {
    expect(placesOf(fuse([], lists(4, 2, 9)))).toEqual([4, 2, 9]);
    expect(placesOf(fuse(lists(4, 2, 9), []))).toEqual([4, 2, 9]);
  });

  test("two empty lists give nothing", () => {
    expect(fuse([], [])).toEqual([]);
  });

  test("each passage comes once, best first, and its parts sum to its score", () => {
    const passages = fc.uniqueArray(fc.nat(20)).map((ids) => lists(...ids));
    fc.assert(
      fc.property(passages, passages, (nearest, matching) => {
        const fused = fuse(nearest, matching);
        const wanted = new Set([...nearest, ...matching].map(({ passage }) => passage));
        expect(placesOf(fused).sort()).toEqual([...wanted].sort());
        const scores = fused.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const { parts, score } of fused) expect(parts.vectors + parts.terms).toBe(score);
      }),
    );
  });
});

function placesOf(fused: ReturnType<typeof fuse>): number[] {
  return fused.map(({ passage }) => passage);
}
