import { HABITS, type Habits } from "./habits.ts";
import type { Random } from "./random.ts";
import type { Level } from "./sample-page.ts";
import type { Measure } from "./typeset.ts";

/** What is the same all over a page. */
export interface Sheet {
  readonly habits: Habits;
  readonly random: Random;
  readonly width: number;
  readonly commas: Measure["commas"];
  /** What a paragraph's indent has become in the text. */
  readonly indent: "" | "　　";
  /** What stands between two paragraphs. */
  readonly paragraphs: "blank" | "nothing";
  readonly lineEnd: "\n" | "\r\n";
}

const USUAL_WIDTHS = [14, 24] as const;

/** Draws the make-up of a page. */
export function createSheet(level: Level, random: Random): Sheet {
  const habits = HABITS[level];
  return {
    habits,
    random,
    width: random.between(...USUAL_WIDTHS),
    commas: random.pick(["hang", "carry"]),
    indent: random.percent(15) ? "　　" : "",
    paragraphs: random.percent(habits.tight) ? "nothing" : "blank",
    lineEnd: random.percent(15) ? "\r\n" : "\n",
  };
}
