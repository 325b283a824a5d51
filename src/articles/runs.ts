import type { Line } from "../corpus/page.ts";
import { furnitureOf, type FurnitureRole } from "./furniture.ts";
import { printedLineOf, type PrintedLine } from "./printed-line.ts";

/** The lines of a page that can belong to stories, and the roles of those that cannot. */
export interface Runs {
  /** Lines with nothing between them, in page order. */
  readonly runs: readonly (readonly PrintedLine[])[];
  readonly furniture: ReadonlyMap<number, FurnitureRole | "blank">;
}

/** Cuts a page at its blank lines and takes out what belongs to no story. */
export function runsOf(lines: readonly Line[]): Runs {
  const furniture = new Map<number, FurnitureRole | "blank">();
  const runs: PrintedLine[][] = [];
  let run: PrintedLine[] = [];
  const close = (): void => {
    const found = furnitureOf(run);
    for (const [n, role] of found) furniture.set(n, role);
    const rest = run.filter((line) => !found.has(line.n));
    if (rest.length > 0) runs.push(rest);
    run = [];
  };
  for (const line of lines.map(printedLineOf)) {
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
