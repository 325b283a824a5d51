import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aurocOf,
  binsOf,
  calibrationErrorOf,
  meanOf,
  shareOf,
} from "../../../../src/surfaces/cli/evaluation/figure.ts";

describe("shareOf", () => {
  // Against Wilson's interval as R's binom.confint(method = "wilson") computes it.
  test.each([
    [7, 10, [0.7, 0.397, 0.892]],
    [0, 10, [0, 0, 0.278]],
    [10, 10, [1, 0.722, 1]],
    [70, 75, [0.933, 0.853, 0.971]],
  ])("%d of %d", (right, of, wanted) => {
    const share = shareOf(
      Array.from({ length: of }, (_, i) => i < right),
      Boolean,
    );
    const { value = NaN, low = NaN, high = NaN } = share ?? {};
    expect([value, low, high].map((one) => Math.round(one * 1000) / 1000)).toEqual(wanted);
    expect(share?.of).toBe(of);
  });

  test("the interval holds the share and narrows with more questions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), (of, some) => {
        const right = Math.min(of, some);
        const widths = [1, 4].map((times) => {
          const all = Array.from({ length: times * of }, (_, i) => i < times * right);
          const { value = NaN, low = NaN, high = NaN } = shareOf(all, Boolean) ?? {};
          expect(low).toBeLessThanOrEqual(value + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value - 1e-9);
          return high - low;
        });
        expect(widths[1]).toBeLessThan(widths[0] ?? NaN);
      }),
    );
  });

  test("there is none of nothing", () => {
    expect(shareOf([], Boolean)).toBeUndefined();
    expect(meanOf([])).toBeUndefined();
  });
});

describe("meanOf", () => {
  test("has the interval of its standard error", () => {
    const mean = meanOf([1, 2, 3, 4, 5]);
    expect(mean?.value).toBe(3);
    expect(mean?.high).toBeCloseTo(3 + 1.96 * Math.sqrt(2.5 / 5), 2);
    expect(mean?.low).toBeCloseTo(3 - 1.96 * Math.sqrt(2.5 / 5), 2);
  });
});

describe("aurocOf", () => {
  test.each([
    [[0.9, 0.8], [0.1, 0.2], 1],
    [[0.1], [0.2, 0.3], 0],
    [[0.5, 0.5], [0.5], 0.5],
    [[0.5, 0.9], [0.5, 0.1], 3.5 / 4],
  ])("of %j over %j is %d", (positives, negatives, area) => {
    expect(aurocOf(positives, negatives)?.value).toBe(area);
  });

  test("has the interval of Hanley and McNeil", () => {
    // Their example of 51 and 58 images with an area of .893 has a standard error of .032.
    const negatives = Array.from({ length: 58 }, (_, i) => i);
    const positives = Array.from({ length: 51 }, (_, i) => (i < 46 ? 100 : i));
    const { value = NaN, low = NaN, of } = aurocOf(positives, negatives) ?? {};
    expect(of).toBe(109);
    const q1 = value / (2 - value);
    const q2 = (2 * value ** 2) / (1 + value);
    const variance =
      (value * (1 - value) + 50 * (q1 - value ** 2) + 57 * (q2 - value ** 2)) / (51 * 58);
    expect(value - low).toBeCloseTo(1.96 * Math.sqrt(variance), 3);
  });

  test("needs both kinds", () => {
    expect(aurocOf([], [0.1])).toBeUndefined();
    expect(aurocOf([0.1], [])).toBeUndefined();
  });
});

describe("calibrationErrorOf", () => {
  test("is nothing for promises that were kept, and what was missing for those that were not", () => {
    const half = [true, false].map((isRight) => ({ confidence: 0.5, isRight }));
    expect(calibrationErrorOf(half)).toBe(0);
    const sure = [true, false].map((isRight) => ({ confidence: 1, isRight }));
    expect(calibrationErrorOf(sure)).toBe(0.5);
    expect(calibrationErrorOf([...half, ...sure])).toBe(0.25);
    expect(calibrationErrorOf([])).toBeUndefined();
  });

  test("looks at forecasts of like confidence together", () => {
    const forecasts = [0.11, 0.19, 0.95].map((confidence) => ({ confidence, isRight: true }));
    expect(binsOf(forecasts)).toEqual([
      { count: 2, confidence: 0.15, share: 1 },
      { count: 1, confidence: 0.95, share: 1 },
    ]);
  });
});
