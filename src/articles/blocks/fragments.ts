import { columnNear } from "./column-near.ts";
import { type PrintedLine, lastOf } from "../lines/printed-line.ts";
import type { Block } from "./block.ts";
import { bylineStart } from "../lines/bylines.ts";
import { isPulled, type Clauses } from "./clauses.ts";
import { fits, isFull, isIndented, madeRoom } from "../lines/column.ts";
import { breaksWord } from "../lines/edges.ts";
import { endsSentence, hasComma, startsStory } from "../lines/line-cues.ts";

/**
 * A few lines without a telling mark are running text, not a title, where the text before runs into them
 * or they run into the text behind: column breaks and captions leave such fragments.
 */
export function joinFragments(blocks: readonly Block[], clauses: Clauses): readonly Block[] {
  const sorted = [...blocks];
  const settle = (at: number): void => {
    const block = sorted[at];
    if (block?.kind !== "title" || isQuote(block, clauses)) return;
    const doubt = { blocks: sorted, clauses, at, lines: block.lines };
    if (carriesOn(doubt) || runsOn(doubt) || turnsColumn(doubt) || isParagraph(doubt)) {
      sorted[at] = { ...block, kind: "prose" };
    }
  };
  // Backwards first: a fragment found makes the one before it a neighbour of running text.
  for (let at = sorted.length - 1; at >= 0; at -= 1) settle(at);
  for (let at = 0; at < sorted.length; at += 1) settle(at);
  return sorted.flatMap((block, at) =>
    withoutRunIn({ blocks: sorted, clauses, at, ...block }, block),
  );
}

/** Takes the first line of a text off the title that it was set right below, before a column break. */
function withoutRunIn(doubt: Doubt, block: Block): readonly Block[] {
  const last = block.lines.at(-1);
  if (block.kind !== "title" || last === undefined || block.lines.length < 2) return [block];
  if (!hasComma(last.text) || isPulled([last], doubt.clauses)) return [block];
  if (!runsOn({ ...doubt, lines: [last] })) return [block];
  return [
    { ...block, lines: block.lines.slice(0, -1) },
    { ...block, kind: "prose", lines: [last] },
  ];
}

// Subheads and captions that quote the text have one or two lines.
const LONGEST_QUOTE = 2;

function isQuote(block: Block, clauses: Clauses): boolean {
  return block.lines.length <= LONGEST_QUOTE && isPulled(block.lines, clauses);
}

/** A block that may be running text, and everything around it. */
interface Doubt {
  readonly blocks: readonly Block[];
  readonly clauses: Clauses;
  readonly at: number;
  readonly lines: readonly PrintedLine[];
}

/** The running text before stops in mid-sentence, and all these lines are as wide as its column. */
function carriesOn(doubt: Doubt): boolean {
  const before = neighbour(doubt, -1);
  const last = lastOf(doubt.blocks[before]?.lines ?? []).text;
  if (last === "" || bylineStart(last) !== undefined || endsSentence(last)) return false;
  const column = columnNear(doubt.blocks, before);
  return doubt.lines.every((line) => fits(line, column));
}

/** The running text behind starts in mid-paragraph, and these lines are of its column. */
function runsOn(doubt: Doubt): boolean {
  const next = neighbour(doubt, 1);
  const lines = doubt.blocks[next]?.lines ?? [];
  if (endsSentence(lastOf(doubt.lines).text)) return false;
  const column = columnNear(doubt.blocks, next);
  if (!startsInside(lines, column) || !isOfColumn(doubt.lines, column, lines[0])) return false;
  const broken = breaksWord(lastOf(doubt.lines).text, lines[0]?.text ?? "");
  return broken || doubt.lines.some((line) => hasComma(line.text)) || isRest(lines, column);
}

/** A paragraph begins in the column above and goes on, in mid-word or after a comma, in the next. */
function turnsColumn(doubt: Doubt): boolean {
  const above = neighbour(doubt, -1);
  const next = neighbour(doubt, 1);
  const lines = doubt.blocks[next]?.lines ?? [];
  const last = lastOf(doubt.lines).text;
  if (above < 0 || endsSentence(last) || !startsInside(lines, columnNear(doubt.blocks, next))) {
    return false;
  }
  if (!isOfColumn(doubt.lines, columnNear(doubt.blocks, above), undefined)) return false;
  return breaksWord(last, lines[0]?.text ?? "") || doubt.lines.some((line) => hasComma(line.text));
}

/** A full line, or the last of a paragraph: alone behind a column break, too short to be all of one. */
function isRest([first, second]: readonly PrintedLine[], column: number): boolean {
  if (first === undefined) return false;
  const tail = second === undefined && endsSentence(first.text);
  return tail ? first.width <= column / 2 : isFull(first, column);
}

function startsInside([first, second]: readonly PrintedLine[], column: number): boolean {
  return first !== undefined && !startsStory(first.text) && !isIndented(first, column, second);
}

/** Lines with a comma that are set like a paragraph of the unsigned story above. */
function isParagraph(doubt: Doubt): boolean {
  if (!doubt.lines.some((line) => hasComma(line.text))) return false;
  let above = doubt.at - 1;
  while (isSetApart(doubt.blocks[above]) && doubt.at - above < FARTHEST) above -= 1;
  const block = doubt.blocks[above];
  if (block?.kind !== "prose" || bylineStart(lastOf(block.lines).text) !== undefined) return false;
  return isOfColumn(doubt.lines, columnNear(doubt.blocks, above), undefined);
}

// Titles and captions in a row that may stand between two paragraphs.
const FARTHEST = 8;

function isSetApart(block: Block | undefined): boolean {
  return block?.kind === "title" || block?.kind === "caption";
}

/** The lines are as wide as the column, but for an indent and for room left by a long number. */
function isOfColumn(
  lines: readonly PrintedLine[],
  column: number,
  after: PrintedLine | undefined,
): boolean {
  return lines.every((line, at) => {
    const next = lines[at + 1] ?? after;
    if (fits(line, column) || (next !== undefined && madeRoom(line, column, next))) return true;
    return at === 0 && isIndented(line, column, next);
  });
}

/** The place of the next running text in one direction, past captions and quotations; or -1. */
function neighbour({ blocks, clauses, at }: Doubt, step: 1 | -1): number {
  for (let to = at + step; ; to += step) {
    const block = blocks[to];
    if (block?.kind === "prose") return to;
    const passable =
      block?.kind === "caption" || (block?.kind === "title" && isQuote(block, clauses));
    if (!passable) return -1;
  }
}
