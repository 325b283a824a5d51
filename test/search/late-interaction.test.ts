import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOf, bestCosines } from "../../src/search/late-interaction.ts";
import { fakeTokens } from "../helpers/fake-models.ts";

describe("bestCosines", () => {
  test("each token of the question is looked for among all tokens of the text", () => {
    expect([...bestCosines(fakeTokens("猫狗猫"), fakeTokens("鱼和猫"))]).toEqual([1, 0, 1]);
  });

  test("tokens that are only partly alike count for what they share", () => {
    const question = { data: Int8Array.of(127, 0), dimensions: 2 };
    const text = { data: Int8Array.of(0, 127, 76, 102), dimensions: 2 };
    expect(bestCosines(question, text)[0]).toBeCloseTo(0.6, 2);
  });

  test("every number of a vector counts, however many there are", () => {
    const rows = fc.integer({ min: 1, max: 11 }).chain((dimensions) => {
      const bytes = fc.int8Array({ minLength: dimensions, maxLength: dimensions });
      return fc.tuple(bytes, bytes, fc.constant(dimensions));
    });
    fc.assert(
      fc.property(rows, ([a, b, dimensions]) => {
        const sum = a.reduce((total, value, i) => total + value * (b[i] ?? 0), 0);
        const cosines = bestCosines({ data: a, dimensions }, { data: b, dimensions });
        expect(cosines[0]).toBeCloseTo(Math.max(0, sum / 127 ** 2), 5);
      }),
    );
  });

  test("nothing is near in a text without tokens, or in one that says the opposite", () => {
    const opposite = { data: fakeTokens("猫").data.map((value) => -value), dimensions: 4 };
    expect([...bestCosines(fakeTokens("猫"), fakeTokens(""))]).toEqual([0]);
    expect([...bestCosines(fakeTokens("猫"), opposite)]).toEqual([0]);
  });

  test("a question without tokens has no cosines", () => {
    expect([...bestCosines(fakeTokens("雨"), fakeTokens("猫"))]).toEqual([]);
  });
});

describe("agreementOf", () => {
  test("is the mean over the question's tokens of the best in any text", () => {
    const texts = [Float32Array.of(1, 0, 0.5), Float32Array.of(0.25, 0.5, 0)];
    expect(agreementOf(texts)).toBeCloseTo((1 + 0.5 + 0.5) / 3, 6);
  });

  test("is 0 where there is nothing to compare", () => {
    expect(agreementOf([])).toBe(0);
    expect(agreementOf([Float32Array.of()])).toBe(0);
  });

  test("never falls when a text is added", () => {
    const cosines = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cosines, cosines, (a, b) => {
        const [one, other] = [Float32Array.from(a), Float32Array.from(b)];
        expect(agreementOf([one, other])).toBeGreaterThanOrEqual(agreementOf([one]));
      }),
    );
  });
});
