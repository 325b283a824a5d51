import type { LineLabel } from "../../../src/articles/segmentation.ts";
import { FOUND, WHOLE } from "./measure.ts";
import { programCut } from "./program-cut.ts";
import type { SampleLine, SamplePage } from "./sample-page.ts";
import { scorePage, type Finding } from "./score-page.ts";

/** A page line by line, what each line is and what the program takes it for, and the wrong articles. */
export function pageReport(page: SamplePage): string {
  const { articles, lines } = programCut(page);
  const places = new Map(articles.map(({ id }, at) => [id, at]));
  const seen = (label: LineLabel | undefined): string =>
    labelOf(label?.role ?? "", places.get(label?.article ?? ""));
  const print = page.lines.map((line, at) => lineReport(line, seen(lines[at])));
  const findings = scorePage(page.articles, articles);
  const wrong = findings.flatMap((finding, at) => articleReport(finding, at));
  return [...print, "", ...(wrong.length === 0 ? ["All articles are right."] : wrong), ""].join(
    "\n",
  );
}

// Below this width two labels would touch.
const LABEL = 15;

function lineReport(line: SampleLine, seen: string): string {
  const gold = labelOf(line.role, line.article);
  const role = seen.replace(/^\S+ /u, "");
  const differs = role === gold.replace(/^\S+ /u, "") ? " " : "!";
  return `${gold.padEnd(LABEL)}${differs} ${seen.padEnd(LABEL)} ${line.text}`;
}

function labelOf(role: string, article: number | undefined): string {
  return `${article === undefined ? "-" : article + 1} ${role}`;
}

function articleReport({ gold, cut, f1, headlineRight }: Finding, at: number): readonly string[] {
  if (f1 >= WHOLE && headlineRight) return [];
  const report = [
    `Article ${at + 1}, ${gold.id}: text ${verdictOn(f1)} (F1 ${f1.toFixed(3)})`,
    `  headline    ${gold.headline}`,
    `  program's   ${cut?.headline ?? "(none)"}`,
  ];
  if (f1 >= WHOLE) return report;
  return [
    ...report,
    `  text        ${gold.texts[0] ?? ""}`,
    `  program's   ${cut?.text ?? "(none)"}`,
  ];
}

function verdictOn(f1: number): string {
  if (f1 >= WHOLE) return "whole";
  return f1 >= FOUND ? "found" : "not found";
}
