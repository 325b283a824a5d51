import { describe, expect, test } from "vitest";
import { readWindows } from "../../src/answer/read-windows.ts";
import { windowsOf } from "../../src/answer/windows.ts";
import type { Reader, ReaderInput } from "../../src/embedding/reader.ts";
import type { Hit } from "../../src/search/hit.ts";
import { hitOf } from "./sample-sentences.ts";

describe("readWindows", () => {
  test("a window is read with its headline, the best one first", async () => {
    const hits = [hitOf("a", ["一。", "二。"]), hitOf("b", ["三。"], 0, [1])];
    const { windows } = await read(hits);
    expect(windows).toEqual([
      { headline: "b的标题", sentences: ["三。"] },
      { headline: "a的标题", sentences: ["一。", "二。"] },
    ]);
  });

  test("six windows are read at most; the sentences of others are left out", async () => {
    const all = Array.from({ length: 9 }, (_, i) => hitOf(`a${i}`, [`${i}。`], 0, [1 - i / 10]));
    const { windows, sentences } = await read(all);
    expect(windows.flatMap((window) => window.sentences)).toEqual([0, 1, 2, 3, 4, 5].map(end));
    expect(sentences).toHaveLength(6);
  });

  test("the parts sum to the score, and the reader's relevance is kept", async () => {
    const { sentences } = await read([hitOf("a", ["一。", "二。"], 0, [0.5, 0.25])], {
      relevance: 3,
      spans: [2, 6],
    });
    for (const { parts, score, relevance } of sentences) {
      expect(parts.relevance + parts.window + parts.sentence + parts.span).toBe(score);
      expect(parts.relevance).toBe(3);
      expect(relevance).toBe(3);
    }
    const partsOf = new Map(sentences.map(({ text, parts }) => [text, parts]));
    const [one, two] = [partsOf.get("一。"), partsOf.get("二。")];
    // Against the best words of the same window.
    expect([one?.span, two?.span]).toEqual([-4, 0]);
    expect(one?.sentence).toBe(2 * (two?.sentence ?? 0));
    expect(one?.window).toBe(two?.window);
  });

  test("a sentence that the reader did not come to is the last, or equal where it came to none", async () => {
    const hits = [hitOf("a", ["一。", "二。"])];
    const some = await read(hits, { relevance: 0, spans: [-Infinity, 1] });
    expect(some.sentences.map(({ text, score }) => [text, score])).toEqual([
      ["二。", 0],
      ["一。", -Infinity],
    ]);
    const none = await read(hits, { relevance: 0, spans: [-Infinity, -Infinity] });
    expect(none.sentences.map(({ score }) => score)).toEqual([0, 0]);
  });

  test("what the reader finds relevant overtakes what search put first", async () => {
    const hits = [hitOf("first", ["一。"], 0, [0.2]), hitOf("second", ["二。"], 0, [0.1])];
    const reader: Reader = {
      read: (_, { sentences }) =>
        Promise.resolve({ relevance: sentences[0] === "二。" ? 9 : -9, spans: [0] }),
    };
    const ranked = await readWindows("问", windowsOf(hits), reader);
    expect(ranked.map(({ text }) => text)).toEqual(["二。", "一。"]);
  });

  test("the reader reads traditional characters as simplified; the sentence stays as printed", async () => {
    const hit = { ...hitOf("a", ["圖書館開門。"]), headline: "圖書館" };
    const heard: string[] = [];
    const { windows, sentences } = await read([hit], undefined, heard);
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
  hits: readonly Hit[],
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
  const sentences = await readWindows("幾點開門？", windowsOf(hits), reader);
  return { windows, sentences };
}
