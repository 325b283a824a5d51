import { firstOf, lastOf, type Block } from "./block.ts";
import { bylineStart } from "./bylines.ts";
import { isFull, isIndented } from "./column.ts";
import { endsSentence, startsStory } from "./line-cues.ts";

/** What one block of running text says about how it hangs together with others. */
export interface Stretch {
  readonly column: number;
  /** It opens with the words that open a story. */
  readonly leads: boolean;
  readonly start: Start;
  /** Its last sentence goes on elsewhere. */
  readonly open: boolean;
  /** Its last line is short: a paragraph ends here. */
  readonly rested: boolean;
  /** It ends with the name of its reporter on the last line. */
  readonly signed: boolean;
}

/** How a line starts: a new paragraph, the middle of one, or nobody can tell. */
export type Start = "paragraph" | "middle" | "unclear";

/** Looks at the edges of a block of running text in its column. */
export function stretchOf(block: Block, column: number): Stretch {
  const last = lastOf(block.lines);
  const signed = bylineStart(last.text) !== undefined;
  const open = !signed && !endsSentence(last.text) && !/[：—]$/u.test(last.text);
  return {
    column,
    leads: startsStory(firstOf(block.lines).text),
    start: startOf(block, column),
    open,
    rested: !open && !isFull(last, column),
    signed,
  };
}

function startOf(block: Block, column: number): Start {
  const [first, second] = block.lines;
  if (first === undefined) return "unclear";
  if (isIndented(first, column, second)) {
    return second !== undefined && isFull(second, column) ? "paragraph" : "unclear";
  }
  return isFull(first, column) ? "middle" : "unclear";
}
