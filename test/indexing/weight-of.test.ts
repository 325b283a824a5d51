import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SearchIndex } from "../../src/indexing/search-index.ts";
import { articles, indexed } from "./newsroom.ts";

describe("weightOf", () => {
  // Of four passages n have a term: 2.2 ln((4 - n + .5) / (n + .5)), and nearly nothing from two on.
  const NOWHERE = 2.2 * Math.log(9);
  const ONCE = 2.2 * Math.log(7 / 3);
  const COMMON = 2.2e-6;

  test.each([
    ["a term that no passage has", "东街", NOWHERE],
    ["one that one has", "猫粮", ONCE],
    ["one that one has many times", "dog", ONCE],
    ["one that one has in its headline", "狗展", ONCE],
    ["one that two have, in headline or text", "鱼市", COMMON],
    ["one that all have", "天气", COMMON],
    ["several, which is their sum", "猫粮 dog 天气 东街", 2 * ONCE + COMMON + NOWHERE],
    ["one that is there twice, as once", "猫粮，猫粮", ONCE],
    ["traditional characters, as simplified ones", "貓糧", ONCE],
    ["no terms", "“？”", 0],
    ["nothing", "", 0],
  ])("weighs %s", async (_, text, weight) => {
    const index = (
      await indexed({
        "a.jsonl": articles(
          ["cat", "猫粮，天气。"],
          ["dog", "dog dog dog 天气。", "狗展"],
          ["fish", "天气。", "鱼市"],
          ["more", "鱼市，天气。"],
        ),
      })
    ).open();
    expect(index.weightOf(text)).toBeCloseTo(weight, 9);
  });

  // Words of one term each.
  const words = fc.array(fc.constantFrom("猫狗", "狗鱼", "鱼鸟", "cat", "dog", "7"), {
    minLength: 1,
    maxLength: 12,
  });
  const rows = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 });
  test("is never less than the BM25 of any passage of a new index", async () => {
    await fc.assert(
      fc.asyncProperty(rows, words, async (texts, query) => {
        const lines = texts.map(
          ([text, title], i) => [`n${i}`, `${text.join(" ")}。`, title.join(" ")] as const,
        );
        const newsroom = await indexed({ "a.jsonl": articles(...lines) });
        const index = SearchIndex.open(newsroom.indexDir, "fake@1");
        const [best] = index.matching(query.join(" "), 1);
        expect(best?.score ?? 0).toBeLessThanOrEqual(index.weightOf(query.join(" ")));
        index.close();
      }),
      { numRuns: 25 },
    );
  });
});
