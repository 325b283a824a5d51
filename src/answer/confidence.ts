import type { RankedSentence } from "./rank-sentences.ts";

/**
 * The calibrated probability that the best sentence answers, 0 to 1: logistic regression on the relevance
 * that the reader gave its window. `npx tsx test/eval/calibrate.ts` fits the two numbers to the labelled
 * questions and prints how well they hold on questions that were left out of the fit.
 */
export function confidenceOf(ranked: readonly RankedSentence[]): number {
  const best = ranked[0];
  return best ? 1 / (1 + Math.exp(-(SLOPE * best.parts.relevance + OFFSET))) : 0;
}

/** Below this the answer is `not_found`: less than a tenth of the answerable labelled questions lies below. */
export const THRESHOLD = 0.24;

const SLOPE = 0.53;
const OFFSET = 0.12;
