import { describe, expect, test } from "vitest";
import type { RankedSentence } from "../../src/answer/rank-sentences.ts";
import { readWindows } from "../../src/answer/read-windows.ts";
import type { Reader, ReaderInput } from "../../src/embedding/reader.ts";
import { hitOf, rankedOf } from "./sample-sentences.ts";

/** A sentence of the length that two of them fill a window but three do not. */
const sixty = (mark: string): string => `${mark.repeat(59)}。`;

describe("readWindows", () => {
  test("neighbours are read together with their headline", async () => {
    const { windows } = await read(rankedOf(hitOf("a", ["一。", "二。", "三。"]), [1, 3, 2]));
    expect(windows).toEqual([{ headline: "a的标题", sentences: ["一。", "二。", "三。"] }]);
  });

  test("a window ends before it gets too long", async () => {
    const hit = hitOf("a", [sixty("一"), sixty("二"), sixty("三")]);
    const { windows } = await read(rankedOf(hit, [1, 1, 1]));
    expect(windows.map(({ sentences }) => sentences.length)).toEqual([2, 1]);
  });

  test("a sentence longer than a window is read alone and whole", async () => {
    const long = `${"长".repeat(239)}。`;
    const { windows } = await read(rankedOf(hitOf("a", [long, "短。"]), [1, 1]));
    expect(windows.map(({ sentences }) => sentences)).toEqual([[long], ["短。"]]);
  });

  test("two passages are never in one window", async () => {
    const first = rankedOf(hitOf("a", ["一。"]), [1]);
    const second = rankedOf(hitOf("a", ["二。"], 2), [2]);
    const { windows } = await read([...first, ...second]);
    expect(windows.map(({ sentences }) => sentences)).toEqual([["二。"], ["一。"]]);
  });

  test("the window with the best sentence is read first", async () => {
    const good = rankedOf(hitOf("good", ["一。", "二。"]), [0, 9]);
    const even = rankedOf(hitOf("even", ["三。", "四。"]), [5, 5]);
    const best = rankedOf(hitOf("best", ["五。"]), [10]);
    const { windows } = await read([...even, ...good, ...best]);
    expect(windows.map(({ headline }) => headline)).toEqual([
      "best的标题",
      "good的标题",
      "even的标题",
    ]);
  });

  test("six windows are read at most; the sentences of others are left out", async () => {
    const all = Array.from({ length: 9 }, (_, i) =>
      rankedOf(hitOf(`a${i}`, [`${i}。`]), [9 - i]),
    ).flat();
    const { windows, sentences } = await read(all);
    expect(windows.flatMap((window) => window.sentences)).toEqual([0, 1, 2, 3, 4, 5].map(end));
    expect(sentences).toHaveLength(6);
  });

  test("the parts sum to the score, and the reader's relevance is kept", async () => {
    const { sentences } = await read(rankedOf(hitOf("a", ["一。", "二。"]), [0.5, 0.25]), {
      relevance: 3,
      spans: [2, 6],
    });
    for (const { parts, score, relevance } of sentences) {
      const { cosine, passage, terms, window, span } = parts;
      expect(cosine + passage + terms + window + span).toBe(score);
      expect(window).toBe(3);
      expect(relevance).toBe(3);
    }
    const spans = new Map(sentences.map(({ text, parts }) => [text, parts.span]));
    expect(spans.get("二。")).toBe(3 * (spans.get("一。") ?? 0));
    expect(spans.get("一。")).toBeGreaterThan(0);
  });

  test("what the reader finds relevant overtakes what search put first", async () => {
    const first = rankedOf(hitOf("first", ["一。"]), [0.2]);
    const second = rankedOf(hitOf("second", ["二。"]), [0.1]);
    const reader: Reader = {
      read: (_, { sentences }) =>
        Promise.resolve({ relevance: sentences[0] === "二。" ? 9 : -9, spans: [0] }),
    };
    const ranked = await readWindows("问", [...first, ...second], reader);
    expect(ranked.map(({ text }) => text)).toEqual(["二。", "一。"]);
  });

  test("the reader reads traditional characters as simplified; the sentence stays as printed", async () => {
    const hit = { ...hitOf("a", ["圖書館開門。"]), headline: "圖書館" };
    const heard: string[] = [];
    const { windows, sentences } = await read(rankedOf(hit, [1]), undefined, heard);
    expect(windows).toEqual([{ headline: "图书馆", sentences: ["图书馆开门。"] }]);
    expect(sentences.map(({ text }) => text)).toEqual(["圖書館開門。"]);
    expect(heard).toEqual(["几点开门？"]);
  });

  test("nothing is read when nothing was found", async () => {
    const { windows, sentences } = await read([]);
    expect(windows).toEqual([]);
    expect(sentences).toEqual([]);
  });
});

const end = (n: number): string => `${n}。`;

async function read(
  ranked: readonly RankedSentence[],
  reading = { relevance: 0, spans: [0, 0, 0] },
  heard: string[] = [],
) {
  const windows: ReaderInput[] = [];
  const reader: Reader = {
    read: (question, window) => {
      heard.push(question);
      windows.push(window);
      return Promise.resolve(reading);
    },
  };
  const sentences = await readWindows("幾點開門？", ranked, reader);
  return { windows, sentences };
}
