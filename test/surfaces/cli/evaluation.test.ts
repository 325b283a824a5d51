import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/answer/answer.ts";
import { auroc, evaluate, holds, type Outcome } from "../../../src/surfaces/cli/evaluation.ts";
import { CATS, RAIN, answered, notFound } from "./fake-services.ts";

const articleOf = (id: string) => [CATS, RAIN].find((article) => article.id === id);

describe("evaluate", () => {
  test("counts the figures of a set of all kinds", () => {
    const figures = evaluate(
      [
        // Right article, evidence in the first quote.
        answerable("猫展在东街", answered("a"), 0.9),
        // Right article, evidence in the second quote only.
        answerable("门票免费", answered("b"), 0.6),
        // Wrong article.
        answerable("今天下雨", answered("c"), 0.4),
        // Refused, though the closest article would have answered.
        answerable("今天下雨", notFound("d"), 0.2),
        unanswerable("off_topic", notFound("e"), 0.2),
        unanswerable("off_topic", notFound("f"), 0.1),
        unanswerable("near_miss", answered("g"), 0.6),
        unanswerable("near_miss", notFound("h"), 0.1),
      ],
      articleOf,
    );
    expect(figures).toEqual({
      questions: 8,
      answerable: 4,
      rightArticleFirst: 3 / 4,
      evidenceInFirstQuote: 1 / 4,
      evidenceInAnyQuote: 2 / 4,
      firstQuoteLength: 6,
      refusedAlthoughAnswerable: 1 / 4,
      falseAnswers: 1 / 4,
      falseAnswersOffTopic: 0,
      falseAnswersNearMiss: 1 / 2,
      // Of 16 pairs: .9 beats 4, .6 beats 3 and ties 1, .4 beats 3, .2 beats 2 and ties 1.
      auroc: (4 + 3.5 + 3 + 2.5) / 16,
    });
  });

  test("any one of several pieces of evidence is enough", () => {
    const outcome = answerable("狗展", answered("a"), 0.9);
    const wanted = { ...outcome.wanted, evidence: ["狗展", "猫展"] };
    const figures = evaluate([{ ...outcome, wanted }], articleOf);
    expect(figures).toMatchObject({ rightArticleFirst: 1, evidenceInFirstQuote: 1 });
  });

  test("an article that is not there, or none at all, is not the right one", () => {
    const outcomes = [
      answerable("猫展", { ...notFound("a"), nearest: [] }, 0),
      answerable("猫展", { ...notFound("b"), nearest: [{ articleId: "x", headline: "猫展" }] }, 0),
    ];
    expect(evaluate(outcomes, articleOf).rightArticleFirst).toBe(0);
  });

  test("there is no share of questions that nobody asked", () => {
    expect(evaluate([], articleOf)).toEqual({ questions: 0, answerable: 0 });
    const figures = evaluate([answerable("猫展", notFound("a"), 0)], articleOf);
    expect(figures.falseAnswers).toBeUndefined();
    expect(figures.auroc).toBeUndefined();
    expect(figures.firstQuoteLength).toBeUndefined();
  });
});

describe("auroc", () => {
  test.each([
    [[0.9, 0.8], [0.1, 0.2], 1],
    [[0.1], [0.2, 0.3], 0],
    [[0.5, 0.5], [0.5], 0.5],
    [[0.5, 0.9], [0.5, 0.1], 3.5 / 4],
  ])("of %j over %j is %d", (positives, negatives, area) => {
    expect(auroc(positives, negatives)).toBe(area);
  });

  test("needs both kinds", () => {
    expect(auroc([], [0.1])).toBeUndefined();
    expect(auroc([0.1], [])).toBeUndefined();
  });
});

describe("holds", () => {
  test.each([
    ["本报讯 猫展\n在东街。", "猫展在东街", true],
    ["９月２８日", "9 月 28 日", true],
    ["猫展在东街。", "猫展在西街", false],
    ["", "猫", false],
  ])("%j, %j: %s", (text, words, expected) => {
    expect(holds(text, [words])).toBe(expected);
  });

  test("no evidence is never held", () => {
    expect(holds("猫", [])).toBe(false);
  });
});

function answerable(evidence: string, answer: Answer, confidence: number): Outcome {
  const wanted = { question: answer.question, answerable: true, evidence: [evidence] };
  return { wanted, answer: { ...answer, confidence }, milliseconds: 1 };
}

function unanswerable(type: string, answer: Answer, confidence: number): Outcome {
  const { question } = answer;
  const wanted = { question, answerable: false, evidence: [], unanswerable_type: type };
  return { wanted, answer: { ...answer, confidence }, milliseconds: 1 };
}
