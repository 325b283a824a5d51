import { describe, expect, test } from "vitest";
import { rankSentences, type RankedSentence } from "../../src/answer/rank-sentences.ts";
import { AGREEMENT } from "../../src/search/read-windows.ts";
import { windowsOf } from "../../src/search/windows.ts";
import { hitOf } from "../search/sample-hits.ts";

describe("rankSentences", () => {
  test("the parts sum to the score", () => {
    const ranked = rank({ relevance: 3, spans: [2, 6] });
    for (const { parts, score } of ranked) {
      expect(parts.relevance + parts.window + parts.sentence + parts.span).toBe(score);
      expect(parts.relevance).toBe(3);
    }
    const partsOf = new Map(ranked.map(({ text, parts }) => [text, parts]));
    const [one, two] = [partsOf.get("一。"), partsOf.get("二。")];
    // Against the best words of the same window.
    expect([one?.span, two?.span]).toEqual([-2, 0]);
    expect(one?.sentence).toBe(2 * (two?.sentence ?? 0));
    expect(one?.window).toBe(two?.window);
  });

  test("a sentence that the reader did not come to is the last", () => {
    const ranked = rank({ relevance: 0, spans: [-Infinity, 1] });
    expect(ranked.map(({ text }) => text)).toEqual(["二。", "一。"]);
    expect(ranked[1]?.score).toBe(-Infinity);
  });

  test("where the reader came to none, they are told apart by what agrees with the question", () => {
    const ranked = rank({ relevance: 0, spans: [-Infinity, -Infinity] });
    expect(ranked.map(({ text, parts }) => [text, parts.span])).toEqual([
      ["一。", 0],
      ["二。", 0],
    ]);
  });

  test("a sentence stands at its place in the article", () => {
    const windows = windowsOf([hitOf("a", ["一。", "二。"], 10)]);
    const read = windows.map((window) => ({ ...window, relevance: 0, spans: [0, 0], merit: 0 }));
    expect(rankSentences(read).map(({ start, end, text }) => [start, end, text])).toEqual([
      [10, 12, "一。"],
      [12, 14, "二。"],
    ]);
  });

  test("the words that answer stand at their place in the article, where the reader tells it", () => {
    const windows = windowsOf([hitOf("a", ["一二。", "三四。"], 10)]);
    const words = [undefined, { start: 1, end: 2 }];
    const read = windows.map((window) => ({
      ...{ ...window, relevance: 0, spans: [0, 0], merit: 0 },
      words,
    }));
    expect(rankSentences(read).map((sentence) => sentence.words)).toEqual([
      undefined,
      { start: 14, end: 15 },
    ]);
  });

  test("nothing read gives nothing", () => {
    expect(rankSentences([])).toEqual([]);
  });
});

/** Of a window of two sentences that agree by .5 and .25. */
function rank(reading: { relevance: number; spans: number[] }): RankedSentence[] {
  const windows = windowsOf([hitOf("a", ["一。", "二。"], 0, [0.5, 0.25])]);
  const merit = reading.relevance + AGREEMENT * 0.5;
  return rankSentences(windows.map((window) => ({ ...window, ...reading, merit })));
}
