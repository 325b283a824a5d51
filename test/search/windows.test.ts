import { describe, expect, test } from "vitest";
import { windowsOf } from "../../src/search/windows.ts";
import type { Hit } from "../../src/search/hit.ts";
import { hitOf } from "./sample-hits.ts";

/** A sentence of the length that two of them fill a window but three do not. */
const sixty = (mark: string): string => `${mark.repeat(59)}。`;

describe("windowsOf", () => {
  test("neighbours stand in one window", () => {
    expect(textsOf([hitOf("a", ["一。", "二。", "三。"])])).toEqual([["一。", "二。", "三。"]]);
  });

  test("a window ends before it gets too long", () => {
    const hit = hitOf("a", [sixty("一"), sixty("二"), sixty("三")]);
    expect(windowsOf([hit]).map(({ sentences }) => sentences.length)).toEqual([2, 1]);
  });

  test("a sentence longer than a window is alone in it, and whole", () => {
    const long = `${"长".repeat(239)}。`;
    expect(textsOf([hitOf("a", [long, "短。"])])).toEqual([[long], ["短。"]]);
  });

  test("two passages are never in one window", () => {
    const hits = [hitOf("a", ["一。"]), hitOf("a", ["二。"], 2, [1])];
    expect(textsOf(hits)).toEqual([["二。"], ["一。"]]);
  });

  test("the window that agrees best with the question comes first", () => {
    const good = hitOf("good", ["一。", "二。"], 0, [0, 0.9]);
    const even = hitOf("even", ["三。", "四。"], 0, [0.5, 0.5]);
    const best = { ...hitOf("best", ["五。"]), headlineCosines: Float32Array.of(1) };
    const windows = windowsOf([even, good, best]);
    expect(windows.map(({ hit }) => hit.articleId)).toEqual(["best", "good", "even"]);
    expect(windows[0]?.score).toBe(1);
  });

  test("what else speaks for its passage counts for each window", () => {
    const hit = {
      ...hitOf("a", ["一。"], 0, [0.5]),
      parts: { meaning: 0.5, terms: 0.03125, exact: 1, time: 0.25 },
    };
    expect(windowsOf([hit])[0]?.score).toBe(1.78125);
  });

  test("no hits have no windows", () => {
    expect(windowsOf([])).toEqual([]);
  });
});

function textsOf(hits: readonly Hit[]): string[][] {
  return windowsOf(hits).map(({ hit, sentences }) =>
    sentences.map(({ start, end }) => hit.text.slice(start - hit.start, end - hit.start)),
  );
}
