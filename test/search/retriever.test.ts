import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { openSmallIndex } from "../helpers/small-index.ts";

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
    expect(hit?.parts.terms).toBe(1 / 61);
    expect(hit?.score).toBe((hit?.parts.vectors ?? 0) + 1 / 61);
    expect(hit?.sentences.map(({ start, end }) => [start, end])).toEqual([[0, 7]]);
  });

  test("what is searched for comes back trimmed, with its vector", async () => {
    const { retriever } = await openSmallIndex();
    const { query, vector } = await retriever.search("  猫 ");
    expect(query).toBe("猫");
    expect([...vector]).toEqual([1, 0, 0, 0]);
  });

  test("the nearest passage comes first, with its cosine and rank", async () => {
    const { retriever } = await openSmallIndex();
    const { hits } = await retriever.search("猫");
    expect(hits[0]).toMatchObject({ articleId: "cats", evidence: { vectorRank: 1, termRank: 1 } });
    // Two 猫 and one 狗 against one 猫.
    expect(hits[0]?.evidence.cosine).toBeCloseTo(2 / Math.sqrt(5), 5);
    expect(hits[0]?.score).toBe(2 / 61);
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

  test("a text without words is refused", async () => {
    const { retriever } = await openSmallIndex();
    await expect(retriever.search("？")).rejects.toBeInstanceOf(UserError);
  });
});
