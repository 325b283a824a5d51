import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pool } from "../../src/embedding/pooling.ts";

const states = { data: Float32Array.of(3, 0, 0, 4, 0, 0, 9, 9), tokens: 4, dimensions: 2 };

describe("pool", () => {
  test.each([
    [0, 1, [1, 0]],
    [0, 2, [0.6, 0.8]],
    [1, 3, [0, 1]],
    [3, 4, [Math.SQRT1_2, Math.SQRT1_2]],
    [3, 99, [Math.SQRT1_2, Math.SQRT1_2]],
  ])("tokens %i to %i give the direction of their mean", (from, to, vector) => {
    expect(pool(states, from, to)).toEqual(Float32Array.from(vector));
  });

  test.each([
    [2, 3],
    [1, 1],
    [4, 9],
  ])("tokens %i to %i, which say nothing, give zeros", (from, to) => {
    expect(pool(states, from, to)).toEqual(Float32Array.of(0, 0));
  });

  test.each([
    ["of one token", [0, 1], [0, -4], [0.6, 0.8]],
    ["of several tokens, once from their mean", [0, 2], [4.5, -2], [-0.6, 0.8]],
    ["of a token that says nothing", [2, 3], [-3, -4], [0.6, 0.8]],
    ["from what is inside", [3, 99], [6, 5], [0.6, 0.8]],
    ["which may be all there is", [0, 1], [3, 0], [0, 0]],
    ["but not from an empty range", [1, 1], [3, 4], [0, 0]],
    ["nor from one behind the end", [4, 9], [3, 4], [0, 0]],
  ] as const)("takes a centre away %s", (_, [from, to], centre, vector) => {
    expect(pool(states, from, to, Float32Array.from(centre))).toEqual(Float32Array.from(vector));
  });

  test("a vector has length 1, and states are left as they were", () => {
    const numbers = fc.float32Array({
      minLength: 12,
      maxLength: 12,
      min: -10,
      max: 10,
      noNaN: true,
    });
    fc.assert(
      fc.property(numbers, (data) => {
        const before = data.slice();
        const vector = pool({ data, tokens: 3, dimensions: 4 }, 0, 3);
        fc.pre(Math.hypot(...vector) > 0);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
        expect(data).toEqual(before);
      }),
    );
  });
});
