/**
 * Fits what `src/answer/confidence.ts` says to the labelled questions and prints how well it holds:
 *
 *   npx tsx test/eval/calibrate.ts
 *
 * Slope and offset are Platt's scaling (Platt 1999) of the relevance of the sentence that would be quoted
 * first, the label being whether it has the evidence. They are fitted to both question sets; figures marked
 * "left out" are of questions that the fit has not seen, in ten folds.
 */
import { rankSentences } from "../../src/answer/rank-sentences.ts";
import { parseConfig } from "../../src/config.ts";
import { openModels } from "../../src/embedding/local-models.ts";
import { readWindows } from "../../src/search/read-windows.ts";
import { windowsOf } from "../../src/search/windows.ts";
import { auroc, holds } from "../../src/surfaces/cli/evaluation.ts";
import { openPages, openStories, type QuestionSet } from "./question-sets.ts";

interface Case {
  readonly set: QuestionSet["name"];
  readonly relevance: number;
  readonly answerable: boolean;
  /** The first sentence has the evidence. */
  readonly right: boolean;
}

const FOLDS = 10;
/** Of the answerable questions, as many may be refused. */
const REFUSED = 0.08;

const reader = await (await openModels(parseConfig({}).EMBEDDING_MODEL)).loadReader();
const cases: Case[] = [];
for (const openSet of [openPages, openStories]) {
  const set = await openSet();
  cases.push(...(await collect(set)));
  set.close();
}
const { slope, offset } = fit(cases);
const leftOut = cases.map((one, i) => {
  const others = cases.filter((_, j) => j % FOLDS !== i % FOLDS);
  return { ...one, confidence: probability(fit(others), one.relevance) };
});
const relevances = cases.filter((one) => one.answerable).map(({ relevance }) => relevance);
const lowest = relevances.sort((a, b) => a - b)[Math.floor(relevances.length * REFUSED)] ?? 0;

print("slope", slope);
print("offset", offset);
print(
  `threshold that refuses ${REFUSED} of the answerable`,
  probability({ slope, offset }, lowest),
);
for (const set of ["pages", "stories"] as const) {
  const own = leftOut.filter((one) => one.set === set);
  const confidences = (answerable: boolean): number[] =>
    own.filter((one) => one.answerable === answerable).map(({ confidence }) => confidence);
  const told = auroc(confidences(true), confidences(false)) ?? NaN;
  print(`${set}: AUROC, answerable or not, left out`, told);
  print(`${set}: expected calibration error, left out`, calibrationError(own));
}
process.exit(0);

async function collect({ name, questions, open }: QuestionSet): Promise<Case[]> {
  const collected: Case[] = [];
  for (const { question, answerable, evidence } of questions) {
    const { query, hits } = await open.retriever.search(question, 12);
    const [first] = rankSentences(await readWindows(query, windowsOf(hits), reader));
    const right = answerable && first !== undefined && holds(first.text, evidence);
    const relevance = first?.parts.relevance ?? -Infinity;
    collected.push({ set: name, relevance, answerable, right });
  }
  return collected;
}

/** Maximum likelihood by gradient descent; two numbers and some hundred cases need no more. */
function fit(data: readonly Case[]): { slope: number; offset: number } {
  let slope = 0;
  let offset = 0;
  for (let step = 0; step < 5_000; step++) {
    let slopeGradient = 0;
    let offsetGradient = 0;
    for (const { relevance, right } of data) {
      const error = probability({ slope, offset }, relevance) - (right ? 1 : 0);
      slopeGradient += (error * relevance) / data.length;
      offsetGradient += error / data.length;
    }
    slope -= 0.1 * slopeGradient;
    offset -= 0.1 * offsetGradient;
  }
  return { slope, offset };
}

function probability(line: { slope: number; offset: number }, relevance: number): number {
  return 1 / (1 + Math.exp(-(line.slope * relevance + line.offset)));
}

/** Mean distance of confidence and share of right answers over ten bins of equal width. */
function calibrationError(data: readonly (Case & { readonly confidence: number })[]): number {
  const bins = Array.from({ length: 10 }, (_, i) =>
    data.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === i),
  );
  return bins.reduce((sum, bin) => {
    const meanConfidence = bin.reduce((total, { confidence }) => total + confidence, 0);
    const right = bin.filter((one) => one.right).length;
    return sum + Math.abs(meanConfidence - right) / data.length;
  }, 0);
}

function print(name: string, value: number): void {
  process.stdout.write(`${name.padEnd(52)} ${value.toFixed(3)}\n`);
}
