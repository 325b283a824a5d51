import { columnOf, isFull, isIndented } from "../lines/column.ts";
import { isStray } from "../lines/furniture.ts";
import { partTitles } from "./inner-titles.ts";
import { endsSentence, startsStory } from "../lines/line-cues.ts";
import { isByline } from "../lines/bylines.ts";
import type { Weights } from "../learned/log-linear.ts";
import type { PrintedLine } from "../lines/printed-line.ts";
import { titlesBelow } from "./title-runs.ts";

/**
 * Cuts lines where a page that keeps its blank lines would have one: around titles and stray marks, above
 * the words that open a story, behind a byline, and where a paragraph ends and another begins.
 */
export function openRun(
  run: readonly PrintedLine[],
  weights: Weights,
): readonly (readonly PrintedLine[])[] {
  const strips = partTitles(run, weights);
  return strips.flatMap(({ kind, lines }, at) => {
    if (kind === "text") return splitBefore(lines, beginsAnew);
    const around = { above: strips[at - 1]?.lines ?? [], below: strips[at + 1]?.lines ?? [] };
    return splitBefore(lines, isAlone).flatMap((titles) => {
      const cut = titlesBelow(titles, around);
      return [titles.slice(0, cut), titles.slice(cut)].filter(({ length }) => length > 0);
    });
  });
}

type Test = (lines: readonly PrintedLine[], at: number) => boolean;

function splitBefore(
  lines: readonly PrintedLine[],
  isCut: Test,
): readonly (readonly PrintedLine[])[] {
  const runs: PrintedLine[][] = [];
  lines.forEach((line, at) => {
    const run = runs.at(-1);
    if (run === undefined || isCut(lines, at)) runs.push([line]);
    else run.push(line);
  });
  return runs;
}

/** The line or the one before it is a mark that belongs to nothing. */
function isAlone(lines: readonly PrintedLine[], at: number): boolean {
  return [at - 1, at].some((place) => isStray(lines[place]?.text ?? ""));
}

function beginsAnew(lines: readonly PrintedLine[], at: number): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  if (line === undefined || before === undefined) return false;
  if (startsStory(line.text) || isByline(before.text)) return true;
  if (!endsSentence(before.text)) return false;
  const column = columnOf(lines.slice(Math.max(0, at - REACH), at + REACH));
  return isIndented(line, column, lines[at + 1]) || !isFull(before, column);
}

// Columns are rarely shorter.
const REACH = 6;
