import { type PrintedLine, firstOf, lastOf, textOf } from "../lines/printed-line.ts";
import type { Block, BlockKind } from "./block.ts";
import { bylineStart, isByline } from "../lines/bylines.ts";
import { clausesOf, type Clauses } from "./clauses.ts";
import { columnOf, isFull } from "../lines/column.ts";
import { joinFragments } from "./fragments.ts";
import {
  endsSentence,
  isCaption,
  isTurn,
  readsLikeProse,
  startsStory,
} from "../lines/line-cues.ts";
import { isSignature, mayBeName } from "../lines/signatures.ts";
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
    for (const piece of piecesOf(run, rough.at(-1)))
      rough.push(...roughBlocks(piece, rough.at(-1)));
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

interface Piece {
  /** What its lines say that they are, if they do. */
  readonly marked: BlockKind | undefined;
  readonly lines: readonly PrintedLine[];
}

/** Cuts a run where a line says what it is: a byline, a caption, the first line of a story. */
function piecesOf(run: readonly PrintedLine[], above: Block | undefined): readonly Piece[] {
  const pieces: { marked: BlockKind | undefined; lines: PrintedLine[] }[] = [];
  let before = above?.kind === "prose" ? lastOf(above.lines).text : "";
  for (const line of run) {
    const signs = line === run.at(-1) && endsSentence(before) && isSignature(line.text);
    const marked = signs ? "byline" : markedKind(line.text);
    const piece = pieces.at(-1);
    if (piece === undefined || marked !== piece.marked || startsStory(line.text)) {
      pieces.push({ marked, lines: [line] });
    } else piece.lines.push(line);
    before = line.text;
  }
  return pieces;
}

function markedKind(text: string): BlockKind | undefined {
  if (isByline(text)) return "byline";
  return isCaption(text) ? "caption" : undefined;
}

function roughBlocks({ marked, lines }: Piece, before: Block | undefined): readonly Block[] {
  if (marked !== undefined) return [{ kind: marked, lines }];
  if (!isProse(lines)) return [{ kind: "title", lines }];
  const top = isUnsigned(before) ? 0 : titleOnTop(lines);
  const below = titleBelow(lines);
  const last = lines.slice(below);
  const blocks: readonly Block[] = [
    { kind: "title", lines: lines.slice(0, top) },
    { kind: "prose", lines: lines.slice(top, below) },
    { kind: mayBeName(textOf(last)) ? "byline" : "title", lines: last },
  ];
  return blocks.filter((block) => block.lines.length > 0);
}

function isProse(piece: readonly PrintedLine[]): boolean {
  const opening = firstOf(piece).text;
  if (startsStory(opening) || isTurn(opening)) return true;
  if (piece.some((line) => readsLikeProse(line.text))) return true;
  const column = columnOf(piece);
  return piece.length > LONGEST_TITLE && piece.slice(1, -1).every((line) => isFull(line, column));
}

/** A story without a byline goes on below: a short line there is likelier text than a title. */
function isUnsigned(block: Block | undefined): boolean {
  return block?.kind === "prose" && bylineStart(lastOf(block.lines).text) === undefined;
}
