import { describe, expect, test } from "vitest";
import { rankSentences } from "../../src/answer/rank-sentences.ts";
import type { Hit } from "../../src/search/hit.ts";
import { fakeVector } from "../helpers/fake-models.ts";
import { hitOf } from "./sample-sentences.ts";

describe("rankSentences", () => {
  test("a sentence gets its cosine, its passage's score and a little for the question's terms", () => {
    const ranked = rank("猫狗跑", [withVectors(hitOf("a", ["猫狗。", "狗跑。"], 10), 0.5)]);
    expect(ranked).toHaveLength(2);
    const [both, dog] = ranked;
    expect(both).toMatchObject({ start: 10, end: 13, text: "猫狗。" });
    expect(both?.parts.cosine).toBeCloseTo(1, 6);
    expect(both?.parts.passage).toBe(0.5);
    expect(dog).toMatchObject({ start: 13, end: 16, text: "狗跑。" });
    expect(dog?.parts.cosine).toBeCloseTo(Math.SQRT1_2, 6);
    // Each has one of the two terms 猫狗 and 狗跑.
    expect(both?.parts.terms).toBeGreaterThan(0);
    expect(dog?.parts.terms).toBe(both?.parts.terms);
  });

  test("twice the share of the terms gives twice as much", () => {
    const ranked = rank("一二三", [hitOf("a", ["一二。", "一二三。", "三。"])]);
    const terms = ranked.map(({ text, parts }) => [text, parts.terms]);
    const half = ranked[1]?.parts.terms ?? 0;
    expect(half).toBeGreaterThan(0);
    expect(terms).toEqual([
      ["一二三。", 2 * half],
      ["一二。", half],
      ["三。", 0],
    ]);
  });

  test("a term that the question repeats counts once", () => {
    const hits = [hitOf("a", ["东街。"])];
    const once = rank("东街 西街", hits)[0]?.parts.terms;
    expect(rank("东街 东街 东街 西街", hits)[0]?.parts.terms).toBe(once);
  });

  test("parts sum to the score, best first, over all hits", () => {
    const far = withVectors(hitOf("far", ["鱼。", "猫鱼。"]), 0.25);
    const near = withVectors(hitOf("near", ["猫。"]), 0.125);
    const ranked = rank("猫", [far, near]);
    expect(ranked.map(({ text }) => text)).toEqual(["猫。", "猫鱼。", "鱼。"]);
    for (const { parts, score } of ranked) {
      expect(parts.cosine + parts.passage + parts.terms).toBe(score);
    }
  });

  test("equals keep the order of the hits and of the text", () => {
    const ranked = rank("x", [hitOf("a", ["一。", "二。"]), hitOf("b", ["三。"])]);
    expect(ranked.map(({ text }) => text)).toEqual(["一。", "二。", "三。"]);
  });

  test("no hits have no sentences", () => {
    expect(rank("猫", [])).toEqual([]);
  });
});

function rank(query: string, hits: readonly Hit[]) {
  return rankSentences({ query, vector: fakeVector(query), hits });
}

function withVectors(hit: Hit, score: number): Hit {
  const sentences = hit.sentences.map(({ start, end }) => {
    const text = hit.text.slice(start - hit.start, end - hit.start);
    return { start, end, vector: fakeVector(text) };
  });
  return { ...hit, score, sentences };
}
