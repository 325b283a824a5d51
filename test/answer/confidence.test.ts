import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { THRESHOLD, confidenceOf } from "../../src/answer/confidence.ts";
import { hitOf } from "../search/sample-hits.ts";
import { readOf } from "./sample-sentences.ts";

describe("confidenceOf", () => {
  test("nothing read is nothing to be sure of", () => {
    expect(confidenceOf([])).toBe(0);
  });

  test("a reader that is sure decides on which side of the threshold an answer lies", () => {
    expect(at(20)).toBeGreaterThan(0.95);
    expect(at(-20)).toBeLessThan(0.05);
    expect(THRESHOLD).toBeGreaterThan(at(-20));
    expect(THRESHOLD).toBeLessThan(at(20));
  });

  test("the sentence that would be quoted first counts, and no other", () => {
    const first = readOf(hitOf("a", ["一。"]), [9], 2);
    const second = readOf(hitOf("b", ["二。"]), [1], 8);
    expect(confidenceOf([...first, ...second])).toBe(at(2));
  });

  test("more relevance is more confidence, and never outside of 0 to 1", () => {
    const relevance = fc.double({ min: -15, max: 15, noNaN: true });
    fc.assert(
      fc.property(relevance, fc.double({ min: 0.01, max: 5, noNaN: true }), (one, more) => {
        expect(at(one + more)).toBeGreaterThan(at(one));
        expect(at(one)).toBeGreaterThan(0);
        expect(at(one)).toBeLessThan(1);
      }),
    );
  });
});

function at(relevance: number): number {
  return confidenceOf(readOf(hitOf("a", ["一。"]), [1], relevance));
}
