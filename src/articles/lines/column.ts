import { endsSentence } from "./line-cues.ts";
import type { PrintedLine } from "./printed-line.ts";

/**
 * How wide the column is that these lines were set in: the width that most of them agree on, and of a
 * few lines the widest, since no column is narrower than its lines.
 */
export function columnOf(lines: readonly PrintedLine[]): number {
  if (lines.length < ENOUGH_TO_VOTE) {
    return lines.reduce((widest, line) => Math.max(widest, line.width - hanging(line)), 0);
  }
  const voters = lines.slice(0, ENOUGH_TO_KNOW);
  let best = 0;
  let bestVotes = 0;
  for (const width of new Set(voters.map((line) => line.width))) {
    const votes = voters.reduce((sum, line) => sum + voteFor(width, line), 0);
    if (votes < bestVotes || (votes === bestVotes && width < best)) continue;
    best = width;
    bestVotes = votes;
  }
  return best;
}

// With fewer, first and last lines of paragraphs would outvote the full ones.
const ENOUGH_TO_VOTE = 5;
// A block of any length costs no more than this; columns are rarely longer.
const ENOUGH_TO_KNOW = 60;
// A digit or a Latin letter more or less.
const LOOSENESS = 0.5;
// A line that ends with a mark says less: the mark may stand inside or outside the column.
const HANGING_VOTE = 0.75;

function voteFor(width: number, line: PrintedLine): number {
  if (Math.abs(line.width - width) <= LOOSENESS) return 1;
  return Math.abs(line.width - hanging(line) - width) <= LOOSENESS ? HANGING_VOTE : 0;
}

// How far a line may fall short of its column and still run to the edge: digits set it loosely.
export const SLACK = 1.25;

/** The line runs to the edge of its column, so that nothing says a paragraph starts or ends. */
export function isFull(line: PrintedLine, column: number): boolean {
  return line.width >= column - SLACK;
}

/** The line is as wide as its column, no wider. */
export function fits(line: PrintedLine, column: number): boolean {
  return isFull(line, column) && line.width - hanging(line) <= column + SLACK;
}

/**
 * The line is short in the way that an indented first line of a paragraph is. It says nothing when the
 * next line starts with a number or a word that was too long for the rest of this one.
 */
export function isIndented(
  line: PrintedLine,
  column: number,
  next: PrintedLine | undefined,
): boolean {
  if (endsSentence(line.text)) return false;
  if (next !== undefined && madeRoom(line, column, next)) return false;
  const missing = column - line.width;
  if (missing >= INDENT && missing <= WIDEST_INDENT) return true;
  return hanging(line) > 0 && Math.abs(missing + hanging(line) - TWO_CHARACTERS) <= LOOSENESS;
}

// Chinese papers indent by two characters; loose setting takes half of one or adds a whole.
const TWO_CHARACTERS = 2;
const INDENT = 1.5;
const WIDEST_INDENT = 3;

/** The line is short because the next starts with a number or word that did not fit any more. */
export function madeRoom(line: PrintedLine, column: number, next: PrintedLine): boolean {
  const word = leadingWord(next);
  return word >= INDENT && line.width < column && line.width + word > column - SLACK;
}

/** How wide the number or Latin word is that a line starts with: neither is broken between lines. */
function leadingWord(line: PrintedLine): number {
  return (/^[\w.%％—-]*/u.exec(line.text)?.[0].length ?? 0) / 2;
}

/** A mark at the end of a line may stand outside the column. */
function hanging(line: PrintedLine): number {
  return /[，。、；：！？”’）》]$/u.test(line.text) ? 1 : 0;
}
