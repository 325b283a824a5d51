import { describe, expect, test } from "vitest";
import type { Reader } from "../../src/embedding/reader.ts";
import { AGREEMENT } from "../../src/search/read-windows.ts";
import { rerank } from "../../src/search/rerank.ts";
import type { Retriever } from "../../src/search/retriever.ts";
import { hitOf } from "./sample-hits.ts";

describe("rerank", () => {
  test("what the reader finds relevant overtakes, and the parts still sum to the score", async () => {
    const { hits } = await rerank(found(["一", "二"]), readerOf({ 二: 4 })).search("问");
    expect(hits.map(({ articleId }) => articleId)).toEqual(["二", "一"]);
    expect(hits[0]?.parts.reader).toBe(4 / AGREEMENT);
    for (const { score, parts } of hits) {
      expect(score).toBe(
        parts.meaning + parts.terms + parts.exact + parts.time + (parts.reader ?? NaN),
      );
    }
  });

  test("a hit that the reader had no time for counts as the least of those it read", async () => {
    const names = ["一", "二", "三", "四", "五", "六", "七", "八"];
    const relevance = Object.fromEntries(names.map((name, i) => [name, 10 - i]));
    const { hits } = await rerank(found(names), readerOf(relevance)).search("问");
    expect(hits.map(({ articleId }) => articleId)).toEqual(names);
    const unread = hits.slice(6).map(({ parts }) => parts.reader);
    expect(unread).toEqual([5 / AGREEMENT, 5 / AGREEMENT]);
  });

  test("a hit has what the reader thinks of its best window", async () => {
    const long = ["甲", "乙"].map((mark) => `${mark.repeat(100)}。`);
    const hit = hitOf("a", long);
    const retriever: Retriever = { search: (query) => Promise.resolve({ query, hits: [hit] }) };
    const reader: Reader = {
      read: (_, { sentences }) =>
        Promise.resolve({ relevance: sentences[0]?.startsWith("乙") ? 3 : -3, spans: [0] }),
    };
    const { hits } = await rerank(retriever, reader).search("问");
    expect(hits[0]?.parts.reader).toBe(3 / AGREEMENT);
  });

  test("as many come back as were asked for, of more that were looked at", async () => {
    const asked: number[] = [];
    const inner = found(["一", "二", "三"], asked);
    const { hits, query } = await rerank(inner, readerOf({ 三: 9 })).search("问", 1);
    expect(hits.map(({ articleId }) => articleId)).toEqual(["三"]);
    expect(query).toBe("问");
    await rerank(inner, readerOf({})).search("问", 50);
    expect(asked).toEqual([12, 50]);
  });

  test("nothing found is nothing read", async () => {
    expect((await rerank(found([]), readerOf({})).search("问")).hits).toEqual([]);
  });
});

/** Finds one passage of one sentence for each name, the first best. */
function found(names: readonly string[], asked: number[] = []): Retriever {
  const hits = names.map((name, i) => {
    const meaning = 0.5 - i / 64;
    const hit = hitOf(name, [`${name}。`], 0, [meaning]);
    return { ...hit, score: meaning, parts: { meaning, terms: 0, exact: 0, time: 0 } };
  });
  return {
    search: (query, limit = NaN) => {
      asked.push(limit);
      return Promise.resolve({ query, hits });
    },
  };
}

/** Gives a passage the relevance of its name, -4 unless told. */
function readerOf(relevances: Readonly<Record<string, number>>): Reader {
  return {
    read: (_, { sentences }) =>
      Promise.resolve({ relevance: relevances[(sentences[0] ?? "")[0] ?? ""] ?? -4, spans: [0] }),
  };
}
