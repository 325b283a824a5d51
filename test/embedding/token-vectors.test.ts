import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_TOKENS, tokenVectors, UNIT } from "../../src/embedding/token-vectors.ts";

const states = { data: Float32Array.of(3, 4, 0, -2, 0, 0, 5, 12), tokens: 4, dimensions: 2 };
const all = { from: 0, to: 4 };

// In 127ths: 3/5 is 76.2, 4/5 is 101.6, 5/13 is 48.8, 12/13 is 117.2.
const ROWS = [76, 102, 0, -127, 0, 0, 49, 117];

const vectors = (dimensions: number, ...data: number[]) => ({
  data: Int8Array.from(data),
  dimensions,
});

describe("tokenVectors", () => {
  test("gives each token a row of length 1 in 127ths, and zeros to one that says nothing", () => {
    expect(tokenVectors(states, all)).toEqual(vectors(2, ...ROWS));
  });

  test.each([
    [0, 1, ROWS.slice(0, 2)],
    [1, 3, ROWS.slice(2, 6)],
    [3, 99, ROWS.slice(6)],
    [1, 1, []],
    [3, 1, []],
    [4, 9, []],
    [7, 9, []],
  ])("tokens %i to %i give those that there are", (from, to, data) => {
    expect(tokenVectors(states, { from, to })).toEqual(vectors(2, ...data));
  });

  test("takes the centre away before a row is scaled", () => {
    // Left are [0, 4], [-3, -2], [-3, 0] and [2, 12].
    expect(tokenVectors(states, all, Float32Array.of(3, 0))).toEqual(
      vectors(2, 0, 127, -106, -70, -127, 0, 21, 125),
    );
  });

  test("zeros are what is left of a token at the centre", () => {
    const first = { from: 0, to: 1 };
    expect(tokenVectors(states, first, Float32Array.of(3, 4))).toEqual(vectors(2, 0, 0));
  });

  test("a text without tokens has no row", () => {
    expect(NO_TOKENS.data).toHaveLength(0);
  });

  const DIMENSIONS = 6;
  const numbers = fc.float32Array({
    minLength: 2 * DIMENSIONS,
    maxLength: 2 * DIMENSIONS,
    min: -10,
    max: 10,
    noNaN: true,
  });
  test("rounding changes a cosine by less than .02, and leaves the states as they were", () => {
    fc.assert(
      fc.property(numbers, (data) => {
        const before = data.slice();
        const given = { data, tokens: 2, dimensions: DIMENSIONS };
        const rounded = tokenVectors(given, { from: 0, to: 2 }).data;
        expect(data).toEqual(before);
        const lengths = [lengthOf(data, 0), lengthOf(data, 1)];
        fc.pre(lengths.every((length) => length > 0));
        // Each of six numbers is at most half a 127th off, both rows together 2 × .0097.
        const exact = product(data) / lengths.reduce((a, b) => a * b);
        expect(Math.abs(product(rounded) / UNIT ** 2 - exact)).toBeLessThan(0.02);
      }),
      { numRuns: 500 },
    );
  });

  /** Of the first row and the second. */
  function product(data: ArrayLike<number>): number {
    return Array.from({ length: DIMENSIONS }, (_, i) => i).reduce(
      (sum, i) => sum + (data[i] ?? 0) * (data[DIMENSIONS + i] ?? 0),
      0,
    );
  }

  function lengthOf(data: Float32Array, row: number): number {
    return Math.hypot(...data.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
  }
});
