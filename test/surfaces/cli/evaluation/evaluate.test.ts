import { describe, expect, test } from "vitest";
import type { Answer } from "../../../../src/answer/answer.ts";
import {
  evaluate,
  forecastOf,
  type Outcome,
} from "../../../../src/surfaces/cli/evaluation/evaluate.ts";
import type { Figure } from "../../../../src/surfaces/cli/evaluation/figure.ts";
import { CATS, RAIN, answered, notFound } from "../fake-services.ts";

const pick = ({ value, of }: Figure): number[] => [value, of];

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
    const values = Object.fromEntries(
      Object.entries(figures).map(([name, figure]) => [
        name,
        typeof figure === "number" ? figure : pick(figure as Figure),
      ]),
    );
    expect(values).toEqual({
      questions: 8,
      answerable: 4,
      rightArticleFirst: [3 / 4, 4],
      evidenceInFirstQuote: [1 / 4, 4],
      evidenceInAnyQuote: [2 / 4, 4],
      firstQuoteLength: [6, 3],
      refusedAlthoughAnswerable: [1 / 4, 4],
      falseAnswers: [1 / 4, 4],
      falseAnswersOffTopic: [0, 2],
      falseAnswersNearMiss: [1 / 2, 2],
      // Of 16 pairs: .9 beats 4, .6 beats 3 and ties 1, .4 beats 3, .2 beats 2 and ties 1.
      auroc: [(4 + 3.5 + 3 + 2.5) / 16, 8],
      // Bins: .9 (right), .6 (two wrong), .4 (wrong), .2 (two wrong), .1 (two wrong).
      calibrationError: expect.closeTo((0.1 + 1.2 + 0.4 + 0.4 + 0.2) / 8, 10) as number,
    });
  });

  test("any one of several pieces of evidence is enough", () => {
    const outcome = answerable("狗展", answered("a"), 0.9);
    const wanted = { ...outcome.wanted, evidence: ["狗展", "猫展"] };
    const figures = evaluate([{ ...outcome, wanted }], articleOf);
    expect(figures.rightArticleFirst?.value).toBe(1);
    expect(figures.evidenceInFirstQuote?.value).toBe(1);
  });

  test("an article that is not there, or none at all, is not the right one", () => {
    const outcomes = [
      answerable("猫展", { ...notFound("a"), nearest: [] }, 0),
      answerable("猫展", { ...notFound("b"), nearest: [{ articleId: "x", headline: "猫展" }] }, 0),
    ];
    expect(evaluate(outcomes, articleOf).rightArticleFirst?.value).toBe(0);
  });

  test("there is no share of questions that nobody asked", () => {
    expect(evaluate([], articleOf)).toEqual({ questions: 0, answerable: 0 });
    const figures = evaluate([answerable("猫展", notFound("a"), 0)], articleOf);
    expect(figures.falseAnswers).toBeUndefined();
    expect(figures.auroc).toBeUndefined();
    expect(figures.firstQuoteLength).toBeUndefined();
  });
});

describe("forecastOf", () => {
  test("looks at the best sentence, quoted or not, where the answer tells it", () => {
    const refused = answerable("今天下雨", notFound("a"), 0.1);
    expect(forecastOf(refused)).toEqual({ confidence: 0.1, isRight: false });
    const parts = { relevance: 0, window: 0, sentence: 0, span: 0 };
    const place = { articleId: "rain", headline: "天气", start: 0, end: 5, score: 0, parts };
    const why = { threshold: 0.5, sentences: [{ ...place, text: "今天下雨。" }] };
    const told = { ...refused, answer: { ...refused.answer, why } };
    expect(forecastOf(told)).toEqual({ confidence: 0.1, isRight: true });
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
