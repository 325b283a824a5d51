/**
 * Prints how well pages are cut into articles, as a Markdown table:
 *
 *   npx tsx test/eval/segmentation/table.ts
 *
 * and one page with the articles that the program cut wrongly, for those who want to improve it:
 *
 *   npx tsx test/eval/segmentation/table.ts --show SEED LEVEL
 */
import { densePage } from "./dense-page.ts";
import { generatePage, generatePages } from "./generate-page.ts";
import { HAND_MODELS } from "./hand-models.ts";
import { measure, type Cut, type Figures } from "./measure.ts";
import { naiveCut } from "./naive-cut.ts";
import { programCut } from "./program-cut.ts";
import { LEVELS, type Level } from "./sample-page.ts";
import { pageReport } from "./page-report.ts";

const PAGES_A_LEVEL = 100;

const SYSTEMS: Readonly<Record<string, Cut>> = {
  naive: (page) => naiveCut(page.text),
  rules: (page) => programCut(page, HAND_MODELS).articles,
  program: (page) => programCut(page).articles,
};

const [option, seed, level] = process.argv.slice(2);
if (option === undefined) process.stdout.write(table());
else if (option === "--show" && isLevel(level) && Number.isInteger(Number(seed)))
  process.stdout.write(pageReport(generatePage(level, Number(seed))));
else {
  process.stderr.write(
    `Expected nothing or '--show SEED LEVEL' with a level of ${LEVELS.join(", ")}, got '${process.argv.slice(2).join(" ")}'.\n`,
  );
  process.exitCode = 2;
}

function isLevel(text: string | undefined): text is Level {
  return LEVELS.some((name) => name === text);
}

function table(): string {
  const pages = LEVELS.map((name) => generatePages(name, PAGES_A_LEVEL));
  const rows = Object.entries(SYSTEMS).map(([name, cut]) => {
    pages.flat().forEach(cut); // The first time is slower than what is measured next.
    const figures = [...pages, pages.flat()].map((set) => measure(set, cut));
    const ms = figures.at(-1)?.msPerPage.toFixed(1) ?? "";
    return `| ${[name, ...figures.map(cell), ms].join(" | ")} |`;
  });
  const dense = pages.map((set) => set.map(densePage));
  const lost = [...dense, dense.flat()].map((set) =>
    measure(set, SYSTEMS["program"] ?? (() => [])),
  );
  const ms = lost.at(-1)?.msPerPage.toFixed(1) ?? "";
  rows.push(`| ${["program, no blank lines", ...lost.map(cell), ms].join(" | ")} |`);
  const head = `| joint, F1@.9, F1@.99 | ${[...LEVELS, "all"].join(" | ")} | ms a page |`;
  return [head, `| --- |${" --- |".repeat(LEVELS.length + 1)} ---: |`, ...rows, ""].join("\n");
}

function cell({ joint, f1At90, f1At99 }: Figures): string {
  return [joint, f1At90, f1At99].map((share) => share.toFixed(3).replace(/^0/u, "")).join(", ");
}
