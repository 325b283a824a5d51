/**
 * Fits what `src/answer/confidence.ts` says to the labelled questions and prints how well it holds:
 *
 *   npx tsx test/eval/calibrate.ts [QUESTIONS.jsonl]
 *
 * Slope and offset are Platt's scaling (Platt 1999) of the relevance of the sentence that would be quoted
 * first, the label being whether it has the evidence. Figures marked "left out" are of
 * questions that the fit has not seen, in ten folds.
 */
import { readFileSync } from "node:fs";
import { createApp } from "../../src/app.ts";
import { rankSentences } from "../../src/answer/rank-sentences.ts";
import { readWindows } from "../../src/answer/read-windows.ts";
import { parseConfig } from "../../src/config.ts";
import { openModels } from "../../src/embedding/local-models.ts";
import { auroc, holds } from "../../src/surfaces/cli/evaluation.ts";

interface Case {
  readonly relevance: number;
  readonly answerable: boolean;
  /** The first sentence has the evidence. */
  readonly right: boolean;
}

interface Question {
  readonly question: string;
  readonly answerable: boolean;
  readonly evidence: readonly string[];
}

const FOLDS = 10;

const cases = await collect(process.argv[2] ?? "test/eval/questions.jsonl");
const { slope, offset } = fit(cases);
const leftOut = cases.map((one, i) => {
  const others = cases.filter((_, j) => j % FOLDS !== i % FOLDS);
  return { ...one, confidence: probability(fit(others), one.relevance) };
});
const answerable = leftOut.filter((one) => one.answerable);
const unanswerable = leftOut.filter((one) => !one.answerable);
const sorted = answerable.map(({ relevance }) => relevance).sort((a, b) => a - b);
const threshold = probability({ slope, offset }, sorted[Math.floor(sorted.length / 10)] ?? 0);

print("slope", slope);
print("offset", offset);
print("threshold that refuses a tenth of the answerable", threshold);
print(
  "AUROC of confidence, answerable or not, left out",
  auroc(
    answerable.map(({ confidence }) => confidence),
    unanswerable.map(({ confidence }) => confidence),
  ) ?? NaN,
);
print("expected calibration error, left out", calibrationError(leftOut));
process.exit(0);

async function collect(file: string): Promise<Case[]> {
  const config = parseConfig({});
  const { retriever } = await createApp(config).open();
  const reader = await (await openModels(config.EMBEDDING_MODEL)).loadReader();
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const questions = lines.map((line) => JSON.parse(line) as Question);
  const collected: Case[] = [];
  for (const { question, answerable, evidence } of questions) {
    const ranked = rankSentences(await retriever.search(question, 12));
    const read = await readWindows(question, ranked, reader);
    const { relevance = -Infinity, text = "" } = read[0] ?? {};
    collected.push({ relevance, answerable, right: answerable && holds(text, evidence) });
  }
  return collected;
}

/** Maximum likelihood by gradient descent; two numbers and a hundred cases need no more. */
function fit(data: readonly Case[]): { slope: number; offset: number } {
  let slope = 0;
  let offset = 0;
  for (let step = 0; step < 20_000; step++) {
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
