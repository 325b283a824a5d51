import type { Line } from "../../corpus/page.ts";
import type { Weights } from "../learned/log-linear.ts";
import { openRun } from "./opened-runs.ts";
import { furnitureOf, type FurnitureRole } from "../lines/furniture.ts";
import { printedLineOf, type PrintedLine } from "../lines/printed-line.ts";

/** The lines of a page that can belong to stories, and the roles of those that cannot. */
export interface Runs {
  /** Lines with nothing between them, in page order. */
  readonly runs: readonly (readonly PrintedLine[])[];
  readonly furniture: ReadonlyMap<number, FurnitureRole | "blank">;
}

/**
 * Cuts a page at its blank lines and takes out what belongs to no story. Where a page has lost its blank
 * lines they are guessed.
 */
export function runsOf(lines: readonly Line[], weights: Weights): Runs {
  const furniture = new Map<number, FurnitureRole | "blank">();
  const runs: PrintedLine[][] = [];
  let run: PrintedLine[] = [];
  const printed = lines.map(printedLineOf);
  const dense = isDense(printed);
  const close = (): void => {
    for (const part of dense ? openRun(run, weights) : [run]) {
      const found = furnitureOf(part);
      for (const [n, role] of found) furniture.set(n, role);
      const rest = part.filter((line) => !found.has(line.n));
      if (rest.length > 0) runs.push(rest);
    }
    run = [];
  };
  for (const line of printed) {
    if (line.text !== "") {
      run.push(line);
      continue;
    }
    furniture.set(line.n, "blank");
    close();
  }
  close();
  return { runs, furniture };
}

/** The page has kept no blank lines between its articles, or hardly any. */
function isDense(lines: readonly PrintedLine[]): boolean {
  const blank = lines.filter((line) => line.text === "").length;
  return lines.length >= SHORTEST_DENSE && blank < lines.length * FEWEST_BLANK;
}

// A third of the lines of a printed page's text are blank, of the densest made page one in nine; shorter
// texts may be a single article.
const FEWEST_BLANK = 0.03;
const SHORTEST_DENSE = 40;
