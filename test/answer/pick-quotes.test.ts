import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pickQuotes, type Quote } from "../../src/answer/pick-quotes.ts";
import type { RankedSentence } from "../../src/answer/rank-sentences.ts";
import { splitSentences } from "../../src/passages/sentences.ts";
import type { Hit } from "../../src/search/hit.ts";
import { hitOf } from "../search/sample-hits.ts";
import { readOf } from "./sample-sentences.ts";

/** A question that asks for as much as it takes. */
const several = (limit: number) => ({ limit, oneFact: false });

/** Scores apart by more than any margin. */
const FAR = 1000;

describe("pickQuotes", () => {
  test("the best sentence is quoted alone when the others are far behind", () => {
    const ranked = best(readOf(hitOf("a", ["一。", "二。", "三。"]), [-FAR, 0, -FAR]));
    expect(pickQuotes(ranked, several(3))).toEqual([{ articleId: "a", start: 2, end: 4 }]);
  });

  test("sentences that are as good follow, in the order of their scores", () => {
    const ranked = best([
      ...readOf(hitOf("a", ["一。"]), [0.1]),
      ...readOf(hitOf("b", ["二。"], 7), [0.3]),
      ...readOf(hitOf("c", ["三。"]), [0.2]),
    ]);
    expect(pickQuotes(ranked, several(3)).map(({ articleId }) => articleId)).toEqual([
      "b",
      "c",
      "a",
    ]);
  });

  test.each([1, 2, 3])("at most %i quotes when so many are asked for", (limit) => {
    const ranked = Array.from({ length: 5 }, (_, i) =>
      readOf(hitOf(`a${i}`, [`${i}。`]), [0]),
    ).flat();
    expect(pickQuotes(ranked, several(limit))).toHaveLength(limit);
  });

  test("where one fact is asked for, one quote is enough, unless a second is about as good", () => {
    const oneFact = { limit: 3, oneFact: true };
    const near = ["a", "b", "c"].flatMap((id, i) => readOf(hitOf(id, [`${i}。`]), [-i / 10]));
    expect(pickQuotes(near, oneFact).map(({ articleId }) => articleId)).toEqual(["a", "b"]);
    const apart = ["a", "b"].flatMap((id, i) => readOf(hitOf(id, [`${i}。`]), [-4 * i]));
    expect(pickQuotes(apart, oneFact)).toHaveLength(1);
    expect(pickQuotes(apart, several(3))).toHaveLength(2);
  });

  test("a quote keeps where the words of its best sentence stand that answer", () => {
    const [first, second] = readOf(hitOf("a", ["一二。", "三四。"]), [1, 0]);
    if (!first || !second) throw new Error("Two sentences.");
    const marked = [
      { ...first, words: { start: 1, end: 2 } },
      { ...second, words: { start: 3, end: 4 } },
    ];
    expect(pickQuotes(marked, several(3))).toEqual([
      { articleId: "a", start: 0, end: 6, words: { start: 1, end: 2 } },
    ]);
  });

  test("neighbours become one quote, whichever came first", () => {
    const hit = hitOf("a", ["一。", "二。"]);
    const whole = [{ articleId: "a", start: 0, end: 4 }];
    expect(pickQuotes(best(readOf(hit, [0.2, 0.1])), several(3))).toEqual(whole);
    expect(pickQuotes(best(readOf(hit, [0.1, 0.2])), several(3))).toEqual(whole);
  });

  test("a neighbour joins although no further quote may be added", () => {
    const ranked = best(readOf(hitOf("a", ["一。", "二。"]), [0.2, 0.1]));
    expect(pickQuotes(ranked, several(1))).toEqual([{ articleId: "a", start: 0, end: 4 }]);
  });

  test("a paragraph's end between two sentences does not part them, a third sentence does", () => {
    const first = readOf(hitOf("a", ["一。"]), [0.2]);
    const paragraph = readOf(hitOf("a", ["二。"], 3), [0.1]);
    expect(pickQuotes([...first, ...paragraph], several(3))).toEqual([
      { articleId: "a", start: 0, end: 5 },
    ]);
    const further = readOf(hitOf("a", ["三。"], 4), [0.1]);
    expect(pickQuotes([...first, ...further], several(3))).toHaveLength(2);
  });

  test("the same places of two articles are two quotes", () => {
    const ranked = [...readOf(hitOf("a", ["一。"]), [0]), ...readOf(hitOf("b", ["二。"]), [0])];
    expect(pickQuotes(ranked, several(3))).toHaveLength(2);
  });

  test("what says the same as a better one is left out, however many say it", () => {
    const ranked = ["a", "b", "c"].flatMap((id, i) =>
      readOf(hitOf(id, ["圖書館今日開放。", `又${i}。`]), [-i, -i - 0.5]),
    );
    const quoted = pickQuotes(best(ranked), several(3));
    expect(quoted.map(({ articleId }) => articleId)).toEqual(["a", "b", "c"]);
    expect(quoted.map(({ start, end }) => [start, end])).toEqual([
      [0, 11],
      [8, 11],
      [8, 11],
    ]);
  });

  test("neighbours are joined up to 160 characters and no further", () => {
    const eighty = `${"字".repeat(79)}。`;
    const other = eighty.replaceAll("字", "词");
    expect(pickQuotes(readOf(hitOf("a", [eighty, other]), [0, 0]), several(3))).toEqual([
      { articleId: "a", start: 0, end: 160 },
    ]);
    expect(pickQuotes(readOf(hitOf("a", [eighty, `字${other}`]), [0, 0]), several(3))).toEqual([
      { articleId: "a", start: 0, end: 80 },
      { articleId: "a", start: 80, end: 161 },
    ]);
  });

  test("a sentence that closes the gap between two quotes makes them one", () => {
    const ranked = best(readOf(hitOf("a", ["一。", "二。", "三。"]), [0.3, 0.1, 0.2]));
    expect(pickQuotes(ranked, several(3))).toEqual([{ articleId: "a", start: 0, end: 6 }]);
  });

  test("nothing ranked is nothing to quote", () => {
    expect(pickQuotes([], several(3))).toEqual([]);
  });

  test("quotes never overlap, hold whole sentences of their article and are at most as many as asked for", () => {
    fc.assert(
      fc.property(articles, fc.integer({ min: 1, max: 3 }), (ranked, limit) => {
        const quotes = pickQuotes(best(ranked), several(limit));
        expect(quotes.length).toBeLessThanOrEqual(limit);
        expect(quotes.length).toBeGreaterThan(ranked.length === 0 ? -1 : 0);
        for (const quote of quotes) expectWholeSentences(quote, ranked);
        for (const [i, quote] of quotes.entries()) {
          for (const other of quotes.slice(i + 1)) expectApart(quote, other);
        }
      }),
    );
  });
});

const words = fc.array(fc.constantFrom("字", "字".repeat(50), "。", "\n", "！", " "), {
  maxLength: 20,
});
const scored = fc.tuple(words, fc.array(fc.double({ min: 0, max: 4, noNaN: true })));
const articles = fc.array(scored, { maxLength: 3 }).map((drafts) =>
  drafts.flatMap(([parts, scores], i) => {
    const text = parts.join("");
    const sentences = splitSentences(text).map((place) => ({
      ...place,
      cosines: Float32Array.of(),
    }));
    const hit: Hit = { ...hitOf(`a${i}`, [text]), sentences };
    return readOf(hit, scores);
  }),
);

function expectWholeSentences({ articleId, start, end }: Quote, ranked: readonly RankedSentence[]) {
  const own = ranked.filter(({ hit }) => hit.articleId === articleId);
  expect(own.map((sentence) => sentence.start)).toContain(start);
  expect(own.map((sentence) => sentence.end)).toContain(end);
  const longest = Math.max(...own.map((sentence) => sentence.end - sentence.start));
  expect(end - start).toBeLessThanOrEqual(Math.max(160, longest));
}

function expectApart(a: Quote, b: Quote): void {
  if (a.articleId !== b.articleId) return;
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  const together = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  expect(gap).toBeGreaterThanOrEqual(0);
  if (gap <= 1) expect(together).toBeGreaterThan(160);
}

function best(ranked: readonly RankedSentence[]): RankedSentence[] {
  return ranked.toSorted((a, b) => b.score - a.score);
}
