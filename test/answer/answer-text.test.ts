import { describe, expect, test } from "vitest";
import { answerText } from "../../src/answer/answer-text.ts";
import type { Citation } from "../../src/answer/answer.ts";

describe("answerText", () => {
  test("the quotes follow the lead line with their numbers", () => {
    const citations = [citation(1, "猫在东街。"), citation(2, "狗在西街。\n鸟在树上。")];
    expect(answerText({ ...question, status: "answered", citations, nearest: [] })).toBe(
      "报纸上写道：\n[1] 猫在东街。\n[2] 狗在西街。\n鸟在树上。",
    );
  });

  test("the closest headlines follow when nothing was found", () => {
    const nearest = [
      { articleId: "a", headline: "狗展" },
      { articleId: "b", headline: "鱼市", link: "https://paper.example/b" },
    ];
    expect(answerText({ ...question, status: "not_found", citations: [], nearest })).toBe(
      "报纸上没有找到答案。\n最接近的文章：\n- 狗展\n- 鱼市",
    );
  });

  test("without any close article only that nothing was found is said", () => {
    const answer = { ...question, language: "en", status: "not_found" as const };
    expect(answerText({ ...answer, citations: [], nearest: [] })).toBe("The paper does not say.");
  });
});

const question = { question: "猫在哪里？", language: "zh" };

function citation(n: number, quote: string): Citation {
  const source = { file: "a.txt", lines: [1, 1] as const };
  return { n, articleId: "a", headline: "标题", quote, start: 0, end: quote.length, source };
}
