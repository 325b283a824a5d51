import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { openSmallIndex, type SmallArticle } from "../helpers/small-index.ts";

describe("createRetriever", () => {
  test("a hit holds text, offsets, and why it stands where it does", async () => {
    const { retriever } = await openSmallIndex();
    const { hits } = await retriever.search(" 公园 ", 1);
    const [hit] = hits;
    expect(hit).toMatchObject({
      articleId: "dogs",
      headline: "狗展",
      text: "狗在公园里跑。",
      start: 0,
      end: 7,
      evidence: { termRank: 1 },
    });
    // No word that the fake model knows, but the one term of the query.
    expect(hit?.parts.meaning).toBe(0);
    expect(hit?.parts.terms).toBeGreaterThan(0);
    expect(hit?.parts.terms).toBeLessThanOrEqual(0.05);
    expect(hit?.score).toBe(1 + (hit?.parts.terms ?? 0));
    expect(hit?.sentences.map(({ start, end }) => [start, end])).toEqual([[0, 7]]);
  });

  test("what is searched for comes back trimmed", async () => {
    const { retriever } = await openSmallIndex();
    expect((await retriever.search("  猫 ")).query).toBe("猫");
  });

  test("the passage that agrees with the query token by token comes first", async () => {
    const { retriever } = await openSmallIndex();
    const { hits } = await retriever.search("猫");
    expect(hits[0]).toMatchObject({ articleId: "cats", evidence: { vectorRank: 1, termRank: 1 } });
    // Two 猫 and one 狗 against one 猫.
    expect(hits[0]?.evidence.cosine).toBeCloseTo(2 / Math.sqrt(5), 5);
    expect(hits[0]?.parts.meaning).toBe(1);
    expect(hits[0]?.sentences.map(({ cosines }) => [...cosines])).toEqual([[1], [0]]);
  });

  test("what the headline says counts for every passage below it", async () => {
    const { retriever } = await openSmallIndex();
    const { hits } = await retriever.search("鱼 鸟");
    expect(hits[0]).toMatchObject({ articleId: "fish", parts: { meaning: 1 } });
    expect([...(hits[0]?.headlineCosines ?? [])]).toEqual([1, 0]);
  });

  test("parts sum to the score, best first", async () => {
    const { retriever } = await openSmallIndex();
    const { hits } = await retriever.search("猫 狗 东街");
    for (const { parts, score } of hits)
      expect(parts.meaning + parts.terms + parts.exact + parts.time).toBe(score);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test("what stands word for word in a passage or its headline comes before what means the same", async () => {
    const articles = [
      { id: "meant", title: "猫", text: "猫猫猫猫。" },
      { id: "said", title: "街", text: "街上的猫，在看。" },
      { id: "headed", title: "上的猫", text: "狗。" },
    ];
    const { retriever } = await openSmallIndex(articles);
    const { hits } = await retriever.search("上的貓");
    expect(hits.map(({ articleId, parts }) => [articleId, parts.exact])).toEqual([
      ["headed", 1],
      ["said", 1],
      ["meant", 0],
    ]);
  });

  test("a passage without a term in common is still found by its vector", async () => {
    const { retriever } = await openSmallIndex();
    const { hits } = await retriever.search("狗狗");
    const dogs = hits.find(({ articleId }) => articleId === "dogs");
    expect(dogs?.evidence.cosine).toBeCloseTo(1, 5);
    expect(dogs?.evidence.termRank).toBeUndefined();
    expect(dogs?.parts.terms).toBe(0);
  });

  test("the text of every hit stands at its offsets in its article", async () => {
    const text = Array.from({ length: 60 }, (_, i) => `第${i}只猫在看鱼，旁边有鸟。`).join("\n");
    const { index, retriever } = await openSmallIndex([{ id: "long", title: "长文", text }]);
    const { hits } = await retriever.search("猫", 100);
    expect(hits.length).toBe(index.counts.passages);
    expect(hits.length).toBeGreaterThan(2);
    for (const hit of hits) {
      expect(index.article("long")?.text.slice(hit.start, hit.end)).toBe(hit.text);
      const sentences = hit.sentences.map(({ start, end }) => text.slice(start, end));
      expect(sentences.join("\n")).toBe(hit.text);
    }
    // Together they are the whole text but for the blanks between them.
    const inOrder = hits.toSorted((a, b) => a.start - b.start).map((hit) => hit.text);
    expect(inOrder.join("\n")).toBe(text);
  });

  test("at most so many hits come back as were asked for, ten unless told", async () => {
    const many = Array.from({ length: 15 }, (_, i) => ({
      id: `cat-${i}`,
      title: "猫",
      text: `第${i}只猫。`,
    }));
    const { retriever } = await openSmallIndex(many);
    expect((await retriever.search("猫", 3)).hits).toHaveLength(3);
    expect((await retriever.search("猫")).hits).toHaveLength(10);
    expect((await retriever.search("猫", 100)).hits).toHaveLength(15);
  });

  test("more hits than the usual candidates can be asked for", async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      id: `cat-${i}`,
      title: "猫",
      text: `第${i}只猫。`,
    }));
    const { retriever } = await openSmallIndex(many);
    expect((await retriever.search("猫", 60)).hits).toHaveLength(60);
  });

  test("an article of the time that is asked about comes before one of another, and the parts say so", async () => {
    const { retriever } = await openSmallIndex(datedCats(), {}, new Date(2026, 10, 25));
    const { hits } = await retriever.search("上个月的猫");
    expect(hits[0]).toMatchObject({ articleId: "october", parts: { time: 0.1 } });
    expect(hits.slice(1).map(({ parts }) => parts.time)).toEqual([0, 0, 0]);
  });

  test("the newest comes first among equals where it is asked for, undated ones last", async () => {
    const { retriever } = await openSmallIndex(datedCats());
    const { hits } = await retriever.search("最近的猫");
    expect(hits.map(({ articleId }) => articleId)).toEqual([
      ...["november", "october", "june", "undated"],
    ]);
  });

  test("a text without words is refused", async () => {
    const { retriever } = await openSmallIndex();
    await expect(retriever.search("？")).rejects.toBeInstanceOf(UserError);
  });
});

/** The same article on four days, one of them unknown. */
function datedCats(): SmallArticle[] {
  const dates = {
    undated: undefined,
    june: "2026-06-05",
    october: "2026-10-09",
    november: "2026-11-11",
  };
  return Object.entries(dates).map(([id, date]) => ({
    ...{ id, title: "消息", text: "猫在街上。" },
    ...(date === undefined ? {} : { date }),
  }));
}
