import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentPage } from "../../src/articles/segment-page.ts";
import { readPage } from "../../src/corpus/read-page.ts";
import { UserError } from "../../src/errors.ts";
import { SearchIndex, type Match } from "../../src/indexing/search-index.ts";
import { createFakeModels, fakeTokens, fakeVector } from "../helpers/fake-models.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { articles, indexed } from "./newsroom.ts";
import { anyText } from "../helpers/any-text.ts";

const found = (index: SearchIndex, matches: readonly Match[]): (string | undefined)[] =>
  matches.map(({ passage }) => index.passage(passage)?.articleId);

const WHOLE = 1000;

describe("SearchIndex.open", () => {
  test("says that there is no index and how to make one", () => {
    const dir = join(temporaryFolder(), "none");
    expect(SearchIndex.isFinished(dir)).toBe(false);
    expect(() => SearchIndex.open(dir, "fake@1")).toThrow(
      new UserError(`No index in '${dir}'. Run \`baowen index\` first.`),
    );
  });

  test("refuses an index of another model with the command that mends it", async () => {
    const { indexDir } = await indexed({ "a.jsonl": articles(["x", "猫。"]) });
    expect(() => SearchIndex.open(indexDir, "fake@2")).toThrow(
      new UserError(
        `The index in '${indexDir}' cannot be used: it was built with model fake@1, this is model fake@2. Run \`baowen index --rebuild\` to make it anew from the corpus.`,
      ),
    );
  });

  test("opens an index without a single passage", async () => {
    const index = (await indexed({ "p.txt": "1\n" })).open();
    expect(index.counts).toEqual({ files: 1, articles: 0, passages: 0, sentences: 0 });
    expect(index.nearest(fakeVector("猫"), 5)).toEqual([]);
    expect(index.matching("猫", 5)).toEqual([]);
    expect(index.weightOf("猫")).toBeGreaterThanOrEqual(0);
    expect(index.articles()).toEqual([]);
  });
});

describe("nearest", () => {
  const ANIMALS = articles(
    ["cat", "猫。"],
    ["dog", "狗。"],
    ["both", "猫猫狗。"],
    ["none", "云。"],
  );

  test("gives passages by their cosine, best first", async () => {
    const index = (await indexed({ "a.jsonl": ANIMALS })).open();
    const matches = index.nearest(fakeVector("猫"), 4);
    expect(found(index, matches).slice(0, 2)).toEqual(["cat", "both"]);
    expect(matches.map(({ score }) => score)).toEqual([
      expect.closeTo(1, 5),
      expect.closeTo(2 / Math.sqrt(5), 5),
      expect.closeTo(0, 5),
      expect.closeTo(0, 5),
    ]);
  });

  test.each([
    [0, 0],
    [3, 3],
    [4, 4],
    [WHOLE, 4],
  ])("asked for %i it gives %i of four", async (limit, count) => {
    const index = (await indexed({ "a.jsonl": ANIMALS })).open();
    expect(index.nearest(fakeVector("狗"), limit)).toHaveLength(count);
  });

  test("gives more than the graph's usual number of candidates", async () => {
    const many = Array.from(
      { length: 400 },
      (_, i) => [`n${i}`, `猫${"狗".repeat(i % 20)}${i}。`] as const,
    );
    const index = (await indexed({ "a.jsonl": articles(...many) })).open();
    const scores = index.nearest(fakeVector("猫"), 300).map(({ score }) => score);
    expect(scores).toHaveLength(300);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[299]).toBeCloseTo(1 / Math.hypot(1, 14), 5);
  });
});

describe("matching", () => {
  test("gives only passages that share a term, those that share more first", async () => {
    const index = (
      await indexed({
        "a.jsonl": articles(
          ["one", "老旧小区很多，居民不少。"],
          ["both", "老旧小区改造，居民满意。"],
          ["none", "天气很好。"],
        ),
      })
    ).open();
    const matches = index.matching("小区改造", 9);
    expect(found(index, matches)).toEqual(["both", "one"]);
    expect(matches.every(({ score }) => score > 0)).toBe(true);
    expect(index.matching("小区改造", 1)).toEqual(matches.slice(0, 1));
  });

  test("a word in the headline counts more than in the text", async () => {
    const index = (
      await indexed({
        "a.jsonl": articles(
          ["text", "猫粮云。", "云天"],
          ["title", "云天云。", "猫粮"],
          ["no", "云。"],
        ),
      })
    ).open();
    expect(found(index, index.matching("猫粮", 9))).toEqual(["title", "text"]);
  });

  test.each([
    ["one Chinese character, at the start of a pair", "改", ["x"]],
    ["one that stands alone", "书", ["y"]],
    ["traditional characters", "舊小區", ["x"]],
    ["wide letters", "ＧＤＰ", ["z"]],
    ["a number with a fraction", "3.5", ["z"]],
    ["its parts the other way round", "5.3", []],
    ["part of a word", "gd", []],
    ["marks alone", "“？”", []],
    ["nothing", "", []],
  ])("finds %s", async (_, query, ids) => {
    const index = (
      await indexed({
        "a.jsonl": articles(
          ["x", "老旧小区改造。"],
          ["y", "看书 ，书 。"],
          ["z", "GDP grew 3.5%."],
        ),
      })
    ).open();
    expect(found(index, index.matching(query, 9))).toEqual(ids);
  });

  const syntax = fc.array(
    fc.constantFrom('"', "'", "*", "^", "(", ")", "{", "}", ":", "-", "+", ",", "\0", "\\", " "),
  );
  const words = fc.constantFrom(
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "headline",
    "猫",
    "旧",
    "x",
    "3.5",
    "🐱",
  );
  test("no query is read as a language of its own", async () => {
    const index = (await indexed({ "a.jsonl": articles(["x", "猫。"], ["y", "狗。"]) })).open();
    const query = fc.oneof(
      anyText,
      fc.array(fc.tuple(syntax, words)).map((parts) => parts.flat(2).join("")),
    );
    fc.assert(
      fc.property(query, (text) => {
        expect(index.matching(text, 9).length).toBeLessThanOrEqual(2);
        expect(found(index, index.matching(`${text} 猫`, 9))).toContain("x");
      }),
      { numRuns: 300 },
    );
  });

  test("takes a query of thousands of terms", async () => {
    const index = (await indexed({ "a.jsonl": articles(["x", "猫。"]) })).open();
    const long = Array.from({ length: 5000 }, (_, i) => `w${i}`).join(" ");
    expect(found(index, index.matching(`${long} 猫`, 9))).toEqual(["x"]);
  });
});

describe("what the index gives back", () => {
  test("a passage has its place in the article and the tokens of headline and sentences", async () => {
    const index = (await indexed({ "a.jsonl": articles(["x", " 猫。\n狗狗。云。", "鱼"]) })).open();
    const [match] = index.matching("猫", 1);
    expect(index.passage(match?.passage ?? 0)).toEqual({
      id: match?.passage,
      articleId: "x",
      start: 1,
      end: 9,
      headline: fakeTokens("鱼"),
      sentences: [
        { start: 1, end: 3, tokens: fakeTokens("猫") },
        { start: 4, end: 7, tokens: fakeTokens("狗狗") },
        { start: 7, end: 9, tokens: fakeTokens("") },
      ],
    });
    expect(index.nearest(fakeVector("猫狗狗鱼"), 1)[0]?.score).toBeCloseTo(1, 5);
  });

  test("what it does not have is undefined or empty", async () => {
    const index = (await indexed({ "a.jsonl": articles(["x", "猫。"]) })).open();
    expect(index.passage(99)).toBeUndefined();
    expect(index.article("nobody")).toBeUndefined();
    expect(index.lines("a.jsonl")).toEqual([]);
    expect(index.lines("nowhere.txt")).toEqual([]);
  });

  test("articles come newest first, undated ones last, then by file and place", async () => {
    const index = (
      await indexed({
        "a.jsonl": articles(["a2", "猫。"], ["a1", "猫。"]),
        "2021-01-01.jsonl": articles(["old", "猫。"]),
        "2022-09-30.jsonl": articles(["new2", "猫。"], ["new1", "猫。"]),
        "0.jsonl": articles(["first", "猫。"]),
      })
    ).open();
    const ids = index.articles().map(({ id }) => id);
    expect(ids).toEqual(["new2", "new1", "old", "first", "a2", "a1"]);
  });

  test("a page's articles and lines are those of the segmentation", async () => {
    const file = "004_7925b2999bddf298.txt";
    const text = readFileSync(new URL(`../../corpus/${file}`, import.meta.url), "utf8");
    const page = readPage(text, file, {});
    const segmentation = segmentPage(page);
    const index = (await indexed({ [file]: text })).open();
    expect(index.articles()).toEqual(segmentation.articles);
    expect(index.articles().length).toBeGreaterThan(1);
    expect(index.lines(file)).toEqual(
      page.lines.map((line, i) => ({ ...segmentation.lines[i], ...line })),
    );
  });

  test("every text comes back as it was, and passages and sentences are cut from it", async () => {
    const rows = fc
      .sample(anyText, { numRuns: 60, seed: 3 })
      .map((words, i) => [`n${i}`, `文${words}`] as const);
    const index = (await indexed({ "a.jsonl": articles(...rows) })).open();
    for (const [id, words] of rows) expect(index.article(id)?.text).toBe(words);
    let passages = 0;
    for (let id = 1; id <= index.counts.passages; id++) {
      const { start = -1, end = -1, sentences = [] } = index.passage(id) ?? {};
      expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([start, end]);
      passages++;
    }
    expect(passages).toBeGreaterThanOrEqual(60);
  });

  test("what is open stays readable while the index is made anew", async () => {
    const newsroom = await indexed({ "a.jsonl": articles(["x", "猫。"]) });
    const index = newsroom.open();
    newsroom.write("a.jsonl", articles(["y", "狗。"]));
    await newsroom.rebuild();
    expect(index.article("x")?.text).toBe("猫。");
    expect(newsroom.open().article("y")?.text).toBe("狗。");
  });

  test("an index of another model can be opened again after a rebuild", async () => {
    const newsroom = await indexed({ "a.jsonl": articles(["x", "猫。"]) });
    await newsroom.rebuild(createFakeModels("fake@2"));
    expect(() => newsroom.open()).toThrow("it was built with model fake@2, this is model fake@1");
    await newsroom.rebuild();
    expect(newsroom.open().counts.articles).toBe(1);
  });
});
