import { describe, expect, test } from "vitest";
import { CUTTING_RULES } from "../../src/articles/cut-page.ts";
import { hashOf, prepareFile } from "../../src/indexing/prepare-file.ts";
import { articles } from "./newsroom.ts";

const source = (file: string, text: string) => ({
  file,
  bytes: Buffer.from(text),
  imprint: { date: "2022-09-30" },
  hash: "h",
});

describe("prepareFile", () => {
  test("articles of a .jsonl file come with their passages, as the model reads them", () => {
    const prepared = prepareFile(source("a.jsonl", articles(["x", "猫。\n狗。", "题"])));
    expect(prepared).toMatchObject({ file: "a.jsonl", hash: "h", lines: [] });
    const [{ article, passages } = { article: undefined, passages: [] }] = prepared.articles;
    expect(article?.source).toEqual({ file: "a.jsonl", lines: [1, 1], date: "2022-09-30" });
    expect(passages).toEqual([
      {
        articleId: "x",
        ordinal: 0,
        start: 0,
        end: 5,
        sentences: [
          { start: 0, end: 2 },
          { start: 3, end: 5 },
        ],
        input: { headline: "题", sentences: ["猫。", "狗。"] },
        content: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
  });

  test("two passages have one content only when headline and sentences are the same", () => {
    const rows = articles(
      ["a", "猫。狗。", "题"],
      ["b", " 猫。 狗。", "题"],
      ["c", "猫。狗。", "别题"],
      ["d", "猫。", "题"],
      ["e", "猫，狗。", "题"],
    );
    const [a, b, ...others] = prepareFile(source("a.jsonl", rows)).articles.map(
      ({ passages }) => passages[0]?.content,
    );
    expect(b).toBe(a);
    expect(new Set([a, ...others]).size).toBe(4);
  });

  test("every line of a page is kept with its number, its text and its role", () => {
    const text = "头版\n\n　　本报讯 昨天，区里召开会议。\n";
    const { lines } = prepareFile(source("p.txt", text));
    expect(lines.map(({ n, text: words }) => [n, words])).toEqual([
      [1, "头版"],
      [2, ""],
      [3, "　　本报讯 昨天，区里召开会议。"],
    ]);
    expect(lines[1]?.role).toBe("blank");
  });
});

describe("hashOf", () => {
  test("of a page names the rules that it is cut by, of whole articles there are none", () => {
    expect(hashOf({ file: "p.txt", hash: "h" })).toBe(`h cut by rules ${CUTTING_RULES}`);
    expect(hashOf({ file: "a.JSONL", hash: "h" })).toBe("h");
  });
});
