import { type PrintedLine, firstOf, lastOf } from "../lines/printed-line.ts";
import { columnOf, fits, isFull, isIndented } from "../lines/column.ts";
import { endsSentence, hasComma, readsLikeProse, startsStory } from "../lines/line-cues.ts";

/** A headline in a narrow box takes up to four lines; more is a list or running text. */
export const LONGEST_TITLE = 4;

// Small type in a narrow column still takes more characters to the line than a headline's.
const NARROWER = 3;

/** How many lines on top of running text are a title that was set right above it. */
export function titleOnTop(lines: readonly PrintedLine[]): number {
  const top = firstOf(lines);
  if (startsStory(top.text) || hasComma(top.text) || fits(top, columnOf(lines))) return 0;
  for (let cut = 0; cut <= LONGEST_TITLE && cut < lines.length; cut += 1) {
    const rest = lines.slice(cut, cut + SAMPLE);
    const first = firstOf(rest);
    if (isIndented(first, columnOf(rest), rest[1])) return cut;
    if (!readsLikeProse(first.text)) continue;
    const narrower = (line: PrintedLine): boolean => line.width <= first.width - NARROWER;
    return lines.slice(0, cut).every(narrower) ? cut : 0;
  }
  return 0;
}

// Enough lines to know a column by.
const SAMPLE = 12;

/** Where a title begins that was set right below running text: a short line behind a finished one. */
export function titleBelow(lines: readonly PrintedLine[]): number {
  const last = lastOf(lines);
  const before = lines.at(-2);
  if (before === undefined || !endsSentence(before.text) || endsSentence(last.text)) {
    return lines.length;
  }
  const column = columnOf(lines);
  const plain = !readsLikeProse(last.text) && !hasComma(last.text) && !startsStory(last.text);
  const apart = last.width < column - NARROWER && !isIndented(last, column, undefined);
  return plain && apart && !isFull(before, column) ? lines.length - 1 : lines.length;
}
