/**
 * Fits what `src/answer/confidence.ts` says to the labelled questions, prints how well it holds, and draws it:
 *
 *   npx tsx test/eval/calibrate.ts
 *
 * Slope and offset are Platt's scaling (Platt 1999) of the relevance of the sentence that would be quoted
 * first, the label being whether it has the evidence. They are fitted to both question sets; figures marked
 * "left out", and the curve in docs/calibration.svg, are of questions that the fit has not seen, in ten folds.
 */
import { writeFileSync } from "node:fs";
import { askAll } from "../../src/surfaces/cli/evaluation/ask-all.ts";
import { forecastOf } from "../../src/surfaces/cli/evaluation/evaluate.ts";
import { aurocOf, binsOf, calibrationErrorOf } from "../../src/surfaces/cli/evaluation/figure.ts";
import { drawCalibration } from "./draw-calibration.ts";
import { openPages, openStories, type QuestionSet } from "./question-sets.ts";

interface Case {
  readonly set: QuestionSet["name"];
  readonly relevance: number;
  readonly answerable: boolean;
  /** The first sentence has the evidence. */
  readonly isRight: boolean;
}

const FOLDS = 10;
/** Of the answerable questions, as many may be refused. */
const REFUSED = 0.08;

const cases: Case[] = [];
for (const openSet of [openPages, openStories]) {
  const { name, questions, open, close } = await openSet();
  for (const outcome of await askAll(questions, open)) {
    const relevance = outcome.answer.why?.sentences[0]?.parts.relevance ?? -Infinity;
    const { isRight } = forecastOf(outcome);
    cases.push({ set: name, relevance, answerable: outcome.wanted.answerable, isRight });
  }
  close();
}
const line = fit(cases);
const leftOut = cases.map((one, i) => {
  const others = cases.filter((_, j) => j % FOLDS !== i % FOLDS);
  return { ...one, confidence: probability(fit(others), one.relevance) };
});
const relevances = cases.filter((one) => one.answerable).map(({ relevance }) => relevance);
const lowest = relevances.sort((a, b) => a - b)[Math.floor(relevances.length * REFUSED)] ?? 0;

print("slope", line.slope);
print("offset", line.offset);
print(`threshold that refuses ${REFUSED} of the answerable`, probability(line, lowest));
for (const set of ["pages", "stories"] as const) {
  const own = leftOut.filter((one) => one.set === set);
  const confidences = (answerable: boolean): number[] =>
    own.filter((one) => one.answerable === answerable).map(({ confidence }) => confidence);
  const told = aurocOf(confidences(true), confidences(false));
  print(`${set}: AUROC, answerable or not, left out`, told?.value);
  print(`${set}: expected calibration error, left out`, calibrationErrorOf(own));
}
const curve = new URL("../../docs/calibration.svg", import.meta.url);
writeFileSync(curve, drawCalibration(binsOf(leftOut)));
process.exit(0);

/** Maximum likelihood by gradient descent; two numbers and some hundred cases need no more. */
function fit(data: readonly Case[]): { slope: number; offset: number } {
  let slope = 0;
  let offset = 0;
  for (let step = 0; step < 5_000; step++) {
    let slopeGradient = 0;
    let offsetGradient = 0;
    for (const { relevance, isRight } of data) {
      const error = probability({ slope, offset }, relevance) - (isRight ? 1 : 0);
      slopeGradient += (error * relevance) / data.length;
      offsetGradient += error / data.length;
    }
    slope -= 0.1 * slopeGradient;
    offset -= 0.1 * offsetGradient;
  }
  return { slope, offset };
}

function probability(fitted: { slope: number; offset: number }, relevance: number): number {
  return 1 / (1 + Math.exp(-(fitted.slope * relevance + fitted.offset)));
}

function print(name: string, value: number | undefined): void {
  process.stdout.write(`${name.padEnd(52)} ${(value ?? NaN).toFixed(3)}\n`);
}
