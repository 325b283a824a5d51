import type { ReadSentence } from "./read-windows.ts";

/**
 * The calibrated probability that the best sentence answers, 0 to 1: logistic regression on the highest
 * relevance that the reader gave. `npx tsx test/eval/calibrate.ts` fits the two numbers to the labelled
 * questions and prints how well they hold on questions that were left out of the fit.
 */
export function confidenceOf(ranked: readonly ReadSentence[]): number {
  if (ranked.length === 0) return 0;
  const relevance = Math.max(...ranked.map((sentence) => sentence.relevance));
  return 1 / (1 + Math.exp(-(SLOPE * relevance + OFFSET)));
}

/** Below this the answer is `not_found`: a tenth of the answerable labelled questions lies below. */
export const THRESHOLD = 0.19;

const SLOPE = 0.357;
const OFFSET = -0.224;
