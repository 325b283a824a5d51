import type { Answer } from "../../../answer/answer.ts";
import type { Article } from "../../../articles/article.ts";
import {
  aurocOf,
  calibrationErrorOf,
  meanOf,
  shareOf,
  type Figure,
  type Forecast,
} from "./figure.ts";
import { holds } from "./holds.ts";

/** A question whose right answer is known. */
export interface LabelledQuestion {
  readonly question: string;
  readonly answerable: boolean;
  /** Words of the articles that answer; one of them is enough. */
  readonly evidence: readonly string[];
  /** `off_topic` or `near_miss` where there is no answer. */
  readonly unanswerable_type?: string | undefined;
  /** Its language and what it asks for (who, when, list, …), where they are labelled. */
  readonly lang?: string | undefined;
  readonly kind?: string | undefined;
}

/** An answer, with the reasons for it, beside what was wanted. */
export interface Outcome {
  readonly wanted: LabelledQuestion;
  readonly answer: Answer;
  readonly milliseconds: number;
}

/** Undefined where no question of that kind was asked. */
export interface Figures {
  readonly questions: number;
  readonly answerable: number;
  /** Of the answerable: the first article named, cited or nearest, has the answer. */
  readonly rightArticleFirst: Figure | undefined;
  /** Of the answerable: the first quote has the answer. */
  readonly evidenceInFirstQuote: Figure | undefined;
  readonly evidenceInAnyQuote: Figure | undefined;
  /** UTF-16 units. */
  readonly firstQuoteLength: Figure | undefined;
  readonly refusedAlthoughAnswerable: Figure | undefined;
  /** Of those without an answer: answered all the same. */
  readonly falseAnswers: Figure | undefined;
  readonly falseAnswersOffTopic: Figure | undefined;
  readonly falseAnswersNearMiss: Figure | undefined;
  /** How well confidence tells answerable from not: .5 is chance. */
  readonly auroc: Figure | undefined;
  /** How far confidence is off as the probability that the best sentence has the answer. */
  readonly calibrationError: number | undefined;
}

/** Scores answers to labelled questions. `articleOf` finds the article that an answer names. */
export function evaluate(
  outcomes: readonly Outcome[],
  articleOf: (id: string) => Article | undefined,
): Figures {
  const answerable = outcomes.filter(({ wanted }) => wanted.answerable);
  const others = outcomes.filter(({ wanted }) => !wanted.answerable);
  const kind = (type: string) => others.filter(({ wanted }) => wanted.unanswerable_type === type);
  const quotes = answerable.flatMap(({ answer }) => answer.citations.slice(0, 1));
  return {
    questions: outcomes.length,
    answerable: answerable.length,
    rightArticleFirst: shareOf(answerable, (outcome) => hasRightArticle(outcome, articleOf)),
    evidenceInFirstQuote: shareOf(answerable, (outcome) => hasEvidence(outcome, 1)),
    evidenceInAnyQuote: shareOf(answerable, (outcome) => hasEvidence(outcome, Infinity)),
    firstQuoteLength: meanOf(quotes.map(({ quote }) => quote.length)),
    refusedAlthoughAnswerable: shareOf(answerable, ({ answer }) => answer.status === "not_found"),
    falseAnswers: shareOf(others, isAnswered),
    falseAnswersOffTopic: shareOf(kind("off_topic"), isAnswered),
    falseAnswersNearMiss: shareOf(kind("near_miss"), isAnswered),
    auroc: aurocOf(answerable.map(confidence), others.map(confidence)),
    calibrationError: calibrationErrorOf(outcomes.map(forecastOf)),
  };
}

/** What the confidence of an answer promised: that its best sentence, quoted or not, has the answer. */
export function forecastOf({ wanted, answer }: Outcome): Forecast {
  const best = answer.why?.sentences[0]?.text ?? answer.citations[0]?.quote ?? "";
  return {
    confidence: answer.confidence,
    isRight: wanted.answerable && holds(best, wanted.evidence),
  };
}

function hasRightArticle(
  { wanted, answer }: Outcome,
  articleOf: (id: string) => Article | undefined,
): boolean {
  const first = answer.citations[0] ?? answer.nearest[0];
  const article = first && articleOf(first.articleId);
  return article !== undefined && holds(article.text, wanted.evidence);
}

function hasEvidence({ wanted, answer }: Outcome, among: number): boolean {
  return answer.citations.slice(0, among).some(({ quote }) => holds(quote, wanted.evidence));
}

const isAnswered = ({ answer }: Outcome): boolean => answer.status === "answered";
const confidence = ({ answer }: Outcome): number => answer.confidence;
