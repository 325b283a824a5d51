import { describe, expect, test } from "vitest";
import type { Reader, ReaderInput } from "../../src/embedding/reader.ts";
import type { Hit } from "../../src/search/hit.ts";
import { AGREEMENT, readWindows } from "../../src/search/read-windows.ts";
import { windowsOf } from "../../src/search/windows.ts";
import { hitOf } from "./sample-hits.ts";

describe("readWindows", () => {
  test("a window is read with its headline, the best one first", async () => {
    const hits = [hitOf("a", ["一。", "二。"]), hitOf("b", ["三。"], 0, [1])];
    const { windows } = await read(hits);
    expect(windows).toEqual([
      { headline: "b的标题", sentences: ["三。"] },
      { headline: "a的标题", sentences: ["一。", "二。"] },
    ]);
  });

  test("six windows are read at most; the others are left out", async () => {
    const all = Array.from({ length: 9 }, (_, i) => hitOf(`a${i}`, [`${i}。`], 0, [1 - i / 10]));
    const { windows, read: kept } = await read(all);
    expect(windows.flatMap((window) => window.sentences)).toEqual([0, 1, 2, 3, 4, 5].map(end));
    expect(kept).toHaveLength(6);
  });

  test("what the reader says is kept, and merit is its relevance and the window's agreement", async () => {
    const { read: windows } = await read([hitOf("a", ["一。", "二。"], 0, [0.5, 0.25])], {
      relevance: 3,
      spans: [2, 6],
    });
    expect(windows).toMatchObject([
      { relevance: 3, spans: [2, 6], score: 0.5, merit: 3 + AGREEMENT * 0.5 },
    ]);
  });

  test("what the reader finds relevant overtakes what search put first", async () => {
    const hits = [hitOf("first", ["一。"], 0, [0.2]), hitOf("second", ["二。"], 0, [0.1])];
    const reader: Reader = {
      read: (_, { sentences }) =>
        Promise.resolve({ relevance: sentences[0] === "二。" ? 9 : -9, spans: [0] }),
    };
    const ranked = await readWindows("问", windowsOf(hits), reader);
    expect(ranked.map(({ hit }) => hit.articleId)).toEqual(["second", "first"]);
  });

  test("the reader reads traditional characters as simplified", async () => {
    const hit = { ...hitOf("a", ["圖書館開門。"]), headline: "圖書館" };
    const heard: string[] = [];
    const { windows } = await read([hit], undefined, heard);
    expect(windows).toEqual([{ headline: "图书馆", sentences: ["图书馆开门。"] }]);
    expect(heard).toEqual(["几点开门？"]);
  });

  test("the words that answer stand in the text as printed where its script was folded", async () => {
    const sentences = ["圖書館開門。", "開門。"];
    const reader: Reader = {
      read: () =>
        Promise.resolve({
          ...{ relevance: 0, spans: [0, 0] },
          words: sentences.map(() => ({ start: 0, end: 2 })),
        }),
    };
    const [read] = await readWindows("问", windowsOf([hitOf("a", sentences)]), reader);
    expect(read?.words).toEqual([
      { start: 0, end: 2 },
      { start: 0, end: 2 },
    ]);
  });

  test("nothing is read when nothing was found", async () => {
    expect(await read([])).toEqual({ windows: [], read: [] });
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
  return { read: await readWindows("幾點開門？", windowsOf(hits), reader), windows };
}
