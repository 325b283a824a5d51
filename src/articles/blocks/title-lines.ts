import { bareOf } from "../lines/pairs.ts";
import type { Block } from "./block.ts";
import { isPulled, type Clauses } from "./clauses.ts";
import { hasComma } from "../lines/line-cues.ts";
import type { PrintedLine } from "../lines/printed-line.ts";

/** Parts a headline from the subheadline that was set right above or below it. */
export function splitTitle(block: Block, clauses: Clauses): readonly Block[] {
  const cut = isPulled(block.lines, clauses) ? 0 : cutOf(block.lines, clauses);
  if (cut === 0) return [block];
  return [
    { ...block, lines: block.lines.slice(0, cut) },
    { ...block, lines: block.lines.slice(cut) },
  ];
}

// Shorter clauses are found in the text by chance.
const SHORTEST_BELOW = 6;
// Above a headline only a long quotation is one: headlines like to begin with a phrase of the text.
const SHORTEST_ABOVE = 10;
// Characters on a line from where on it is a sentence of its own and no part of a broken one.
const FULL_HEADLINE = 13;
const FULL_SUBHEADLINE = 18;

function cutOf(lines: readonly PrintedLine[], clauses: Clauses): number {
  const [first, ...rest] = lines;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return 0;
  if (last.text.length >= SHORTEST_BELOW && isPulled([last], clauses)) return lines.length - 1;
  if (bareOf(first.text).length >= SHORTEST_ABOVE && isPulled([first], clauses)) return 1;
  return rest.length === 1 && areSentences(first, last) ? 1 : 0;
}

function areSentences(first: PrintedLine, second: PrintedLine): boolean {
  const long = first.width >= FULL_HEADLINE && second.width >= FULL_SUBHEADLINE;
  return long && hasComma(second.text);
}
