import type { Answer } from "../../answer/answer.ts";
import type { Article } from "../../articles/article.ts";

/** A question whose right answer is known. */
export interface LabelledQuestion {
  readonly question: string;
  readonly answerable: boolean;
  /** Words of the articles that answer; one of them is enough. */
  readonly evidence: readonly string[];
  /** `off_topic` or `near_miss` where there is no answer. */
  readonly unanswerable_type?: string | undefined;
}

/** An answer beside what was wanted. */
export interface Outcome {
  readonly wanted: LabelledQuestion;
  readonly answer: Answer;
  readonly milliseconds: number;
}

/** Shares are 0 to 1; undefined where no question of that kind was asked. */
export interface Figures {
  readonly questions: number;
  readonly answerable: number;
  /** Of the answerable: the first article named, cited or nearest, has the answer. */
  readonly rightArticleFirst: number | undefined;
  /** Of the answerable: the first quote has the answer. */
  readonly evidenceInFirstQuote: number | undefined;
  readonly evidenceInAnyQuote: number | undefined;
  /** UTF-16 units. */
  readonly firstQuoteLength: number | undefined;
  readonly refusedAlthoughAnswerable: number | undefined;
  /** Of those without an answer: answered all the same. */
  readonly falseAnswers: number | undefined;
  readonly falseAnswersOffTopic: number | undefined;
  readonly falseAnswersNearMiss: number | undefined;
  /** How well confidence tells answerable from not: .5 is chance. */
  readonly auroc: number | undefined;
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
    rightArticleFirst: share(answerable, (outcome) => hasRightArticle(outcome, articleOf)),
    evidenceInFirstQuote: share(answerable, (outcome) => hasEvidence(outcome, 1)),
    evidenceInAnyQuote: share(answerable, (outcome) => hasEvidence(outcome, Infinity)),
    firstQuoteLength: mean(quotes.map(({ quote }) => quote.length)),
    refusedAlthoughAnswerable: share(answerable, ({ answer }) => answer.status === "not_found"),
    falseAnswers: share(others, isAnswered),
    falseAnswersOffTopic: share(kind("off_topic"), isAnswered),
    falseAnswersNearMiss: share(kind("near_miss"), isAnswered),
    auroc: auroc(answerable.map(confidence), others.map(confidence)),
  };
}

/**
 * The chance that a positive scores higher than a negative, ties counting half (the area under the ROC
 * curve, Hanley and McNeil 1982); undefined when there are none of one kind.
 */
export function auroc(
  positives: readonly number[],
  negatives: readonly number[],
): number | undefined {
  return mean(
    positives.flatMap((positive) =>
      negatives.map((negative) => (positive > negative ? 1 : positive === negative ? 0.5 : 0)),
    ),
  );
}

/** Whether `text` has the words of `evidence`; width and blanks of characters do not count. */
export function holds(text: string, evidence: readonly string[]): boolean {
  const bare = bareText(text);
  return evidence.some((words) => bare.includes(bareText(words)));
}

function bareText(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
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

function share<T>(all: readonly T[], holdsFor: (one: T) => boolean): number | undefined {
  return mean(all.map((one) => (holdsFor(one) ? 1 : 0)));
}

function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
