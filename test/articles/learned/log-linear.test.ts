import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logProbabilities, scoreOf } from "../../../src/articles/learned/log-linear.ts";

describe("scoreOf", () => {
  it("adds up features, each times its weight", () => {
    const features = new Map([
      ["a", 1],
      ["b", 0.5],
      ["c", 3],
    ]);
    expect(scoreOf(features, { a: 2, b: -4 })).toBe(0);
    expect(scoreOf(features, { c: 1 })).toBe(3);
  });

  it("counts an unknown feature for nothing", () => {
    expect(scoreOf(new Map([["new", 1]]), {})).toBe(0);
    expect(scoreOf(new Map(), { a: 2 })).toBe(0);
  });
});

describe("logProbabilities", () => {
  it("gives equal choices equal chances", () => {
    expect(logProbabilities([7, 7, 7, 7]).map(Math.exp)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("gives a choice e times the odds for each point more", () => {
    const [some = 0, more = 0] = logProbabilities([2, 3]);
    expect(more - some).toBeCloseTo(1);
    expect(Math.exp(some) + Math.exp(more)).toBeCloseTo(1);
  });

  it("is sure of a single choice, and has nothing to say of none", () => {
    expect(logProbabilities([-12])).toEqual([0]);
    expect(logProbabilities([])).toEqual([]);
  });

  it("adds up to 1 and keeps the order, however far apart the scores are", () => {
    const scores = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1 });
    fc.assert(
      fc.property(scores, (some) => {
        const logs = logProbabilities(some);
        expect(logs.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1);
        expect(logs.indexOf(Math.max(...logs))).toBe(some.indexOf(Math.max(...some)));
      }),
    );
  });
});
