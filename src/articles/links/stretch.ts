import { pairsOf, type Pairs } from "../lines/pairs.ts";
import { firstOf, lastOf, textOf } from "../lines/printed-line.ts";
import { type Block } from "../blocks/block.ts";
import { bylineStart } from "../lines/bylines.ts";
import { isFull, isIndented } from "../lines/column.ts";
import { endsSentence, startsStory } from "../lines/line-cues.ts";

/** One block of running text, and what its edges say about how it hangs together with others. */
export interface Stretch {
  /** Its place in the page's list of blocks. */
  readonly at: number;
  readonly text: string;
  readonly pairs: Pairs;
  /** How wide its column is. */
  readonly column: number;
  readonly start: Start | "lead";
  readonly end: End;
  /** A paragraph follows another in it with no blank line between them. */
  readonly tight: boolean;
}

/** How a line starts: a new paragraph, the middle of one, or nobody can tell. */
export type Start = "paragraph" | "middle" | "unclear";

/**
 * How running text ends: in mid-sentence (`open`), before a list or a quotation (`announces`), with a
 * sentence on a full line (`full`) or on a short one, where a paragraph ends (`rested`), or with the name
 * of its reporter (`signed`).
 */
export type End = "open" | "announces" | "full" | "rested" | "signed";

/** Looks at a block of running text in its column; `signed` where a byline stands right behind it. */
export function stretchOf(
  block: Block,
  place: { readonly at: number; readonly column: number; readonly signed: boolean },
): Stretch {
  const text = textOf(block.lines);
  return {
    at: place.at,
    text,
    pairs: pairsOf(text),
    column: place.column,
    start: startsStory(firstOf(block.lines).text) ? "lead" : startOf(block, place.column),
    end: place.signed ? "signed" : endOf(block, place.column),
    tight: isTight(block, place.column),
  };
}

/** A paragraph ends with one stretch, and another begins with the next: a blank line parts them. */
export function areParted(above: Stretch, below: Stretch): boolean {
  return (above.end === "rested" || above.end === "full") && below.start === "paragraph";
}

function startOf(block: Block, column: number): Start {
  const [first, second] = block.lines;
  if (first === undefined) return "unclear";
  if (isIndented(first, column, second)) {
    return second !== undefined && isFull(second, column) ? "paragraph" : "unclear";
  }
  return isFull(first, column) ? "middle" : "unclear";
}

function endOf(block: Block, column: number): End {
  const last = lastOf(block.lines);
  if (bylineStart(last.text) !== undefined) return "signed";
  if (/[：:—]$/u.test(last.text)) return "announces";
  if (!endsSentence(last.text)) return "open";
  return isFull(last, column) ? "full" : "rested";
}

function isTight({ lines }: Block, column: number): boolean {
  return lines.some((line, at) => {
    const above = lines[at - 1];
    if (above === undefined || !endsSentence(above.text)) return false;
    return isIndented(line, column, lines[at + 1]);
  });
}
