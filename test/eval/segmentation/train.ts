/**
 * Learns how to cut pages, from pages whose cut is known:
 *
 *   npx tsx test/eval/segmentation/train.ts           writes src/articles/*-weights.json
 *   npx tsx test/eval/segmentation/train.ts --check   writes nothing; prints how well pages are cut that
 *                                                     were left out of the training
 *
 * Without the shared evaluation data beside the repository only the stories written for it are used.
 */
import { SHIPPED, type Models } from "../../../src/articles/learned/models.ts";
import { writeFileSync } from "node:fs";
import { calibrationError } from "./calibration-error.ts";
import { lessonOf, type Lesson } from "./examples.ts";
import { generatePages } from "./generate-page.ts";
import { measure } from "./measure.ts";
import { modelsOf } from "./models-of.ts";
import { programCut } from "./program-cut.ts";
import { LEVELS, type SamplePage } from "./sample-page.ts";
import { levelOf } from "./shared-pages.ts";
import { trainingSets } from "./training-pages.ts";

// The two pages of the corpus are all there is of real print: each counts as much as several made ones.
const WEIGHT_OF_REAL = 16;
// Set by another program than the made ones, with other habits.
const WEIGHT_OF_DEVELOPMENT = 3;
const FOLDS = 3;
// Made pages a level to measure on.
const UNSEEN = 40;

const [option] = process.argv.slice(2);
if (option === undefined) train();
else if (option === "--check") check();
else {
  process.stderr.write(`Expected nothing or '--check', got '${option}'.\n`);
  process.exitCode = 2;
}

function train(): void {
  const { real = [], pages = [], ...made } = lessonSets();
  const models = learned(Object.values(made).flat(), pages, real);
  for (const [name, weights] of Object.entries({
    line: models.lines,
    link: models.links,
    headline: models.headlines,
    way: models.ways,
    confidence: models.confidence,
  })) {
    const file = new URL(`../../../src/articles/learned/${name}-weights.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify(weights, null, 2)}\n`);
    process.stderr.write(`${Object.keys(weights).length} weights in ${file.pathname}\n`);
  }
}

function check(): void {
  const unseen = LEVELS.flatMap((level) => generatePages(level, UNSEEN));
  report("pages of stories written for measuring", unseen, () => SHIPPED);
  const { real = [], pages = [], ...made } = lessonSets();
  const folds = Array.from({ length: pages.length === 0 ? 0 : FOLDS }, (_, fold) =>
    learned(
      Object.values(made).flat(),
      pages.filter((__, at) => at % FOLDS !== fold),
      real,
    ),
  );
  const left = new Map(pages.map(({ page }, at) => [page, folds[at % FOLDS] ?? SHIPPED]));
  report("development pages, left out", [...left.keys()], (page) => left.get(page) ?? SHIPPED);
}

/** What made pages, development pages and real ones teach together. */
function learned(
  made: readonly Lesson[],
  pages: readonly Lesson[],
  real: readonly Lesson[],
): Models {
  return modelsOf([
    ...made,
    ...repeated(pages, WEIGHT_OF_DEVELOPMENT),
    ...repeated(real, WEIGHT_OF_REAL),
  ]);
}

function repeated(lessons: readonly Lesson[], times: number): readonly Lesson[] {
  return Array.from({ length: times }, () => lessons).flat();
}

function lessonSets(): Record<string, readonly Lesson[]> {
  const sets = Object.entries(trainingSets());
  return Object.fromEntries(sets.map(([name, pages]) => [name, pages.map(lessonOf)]));
}

function report(
  name: string,
  pages: readonly SamplePage[],
  modelsFor: (page: SamplePage) => Models,
): void {
  if (pages.length === 0) return;
  const cuts = new Map(pages.map((page) => [page, programCut(page, modelsFor(page)).articles]));
  const cut = (page: SamplePage) => cuts.get(page) ?? [];
  const levels = [...LEVELS, undefined].map((level) => {
    const some = level === undefined ? pages : pages.filter((page) => levelOf(page) === level);
    if (some.length === 0) return "";
    const { joint, f1At90, f1At99 } = measure(some, cut);
    const figures = [joint, f1At90, f1At99].map((share) => share.toFixed(3)).join(" ");
    return `${level ?? "all"} ${figures}`;
  });
  const error = calibrationError(pages, cut).toFixed(3);
  process.stdout.write(
    `${name}: joint, F1@.9, F1@.99: ${levels.filter(Boolean).join("; ")}; confidence is off by ${error}\n`,
  );
}
