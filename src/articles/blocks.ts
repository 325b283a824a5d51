import { firstOf, lastOf, type Block, type BlockKind } from "./block.ts";
import { bylineStart, isByline } from "./bylines.ts";
import { clausesOf, type Clauses } from "./clauses.ts";
import { columnOf, isFull } from "./column.ts";
import { joinFragments } from "./fragments.ts";
import { isCaption, readsLikeProse, startsStory } from "./line-cues.ts";
import type { PrintedLine } from "./printed-line.ts";
import { LONGEST_TITLE, titleBelow, titleOnTop } from "./title-edges.ts";
import { splitTitle } from "./title-lines.ts";

/** The blocks of a page in file order and the clauses of its running text. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly clauses: Clauses;
}

/** Sorts unbroken runs of lines into running text, titles, bylines and captions. */
export function blocksOf(runs: readonly (readonly PrintedLine[])[]): Blocks {
  const rough: Block[] = [];
  for (const run of runs) {
    for (const piece of piecesOf(run)) rough.push(...roughBlocks(piece, rough.at(-1)));
  }
  const sorted = joinFragments(rough, proseClauses(rough));
  const clauses = proseClauses(sorted);
  const blocks = sorted.flatMap((block) =>
    block.kind === "title" ? splitTitle(block, clauses) : [block],
  );
  return { blocks, clauses };
}

function proseClauses(blocks: readonly Block[]): Clauses {
  return clausesOf(blocks.flatMap((block) => (block.kind === "prose" ? [block.lines] : [])));
}

/** Cuts a run where a line says what it is: a byline, a caption, the first line of a story. */
function piecesOf(run: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const pieces: PrintedLine[][] = [];
  let before: BlockKind | undefined;
  for (const line of run) {
    const kind = markedKind(line.text);
    const piece = pieces.at(-1);
    if (piece === undefined || kind !== before || startsStory(line.text)) pieces.push([line]);
    else piece.push(line);
    before = kind;
  }
  return pieces;
}

function markedKind(text: string): BlockKind | undefined {
  if (isByline(text)) return "byline";
  return isCaption(text) ? "caption" : undefined;
}

function roughBlocks(piece: readonly PrintedLine[], before: Block | undefined): readonly Block[] {
  const marked = markedKind(firstOf(piece).text);
  if (marked !== undefined) return [{ kind: marked, lines: piece }];
  if (!isProse(piece)) return [{ kind: "title", lines: piece }];
  const top = isUnsigned(before) ? 0 : titleOnTop(piece);
  const below = titleBelow(piece);
  const blocks: readonly Block[] = [
    { kind: "title", lines: piece.slice(0, top) },
    { kind: "prose", lines: piece.slice(top, below) },
    { kind: "title", lines: piece.slice(below) },
  ];
  return blocks.filter((block) => block.lines.length > 0);
}

function isProse(piece: readonly PrintedLine[]): boolean {
  if (startsStory(firstOf(piece).text)) return true;
  if (piece.some((line) => readsLikeProse(line.text))) return true;
  const column = columnOf(piece);
  return piece.length > LONGEST_TITLE && piece.slice(1, -1).every((line) => isFull(line, column));
}

/** A story without a byline goes on below: a short line there is likelier text than a title. */
function isUnsigned(block: Block | undefined): boolean {
  return block?.kind === "prose" && bylineStart(lastOf(block.lines).text) === undefined;
}
