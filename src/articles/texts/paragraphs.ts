import { columnNear } from "../blocks/column-near.ts";
import type { Block } from "../blocks/block.ts";
import { bylineStart } from "../lines/bylines.ts";
import { isFull, isIndented } from "../lines/column.ts";
import { endsSentence } from "../lines/line-cues.ts";
import type { PrintedLine } from "../lines/printed-line.ts";
import type { Start } from "../links/stretch.ts";

/** The lines of one paragraph of a story. */
export interface Paragraph {
  /** The block that it starts in. */
  readonly at: number;
  readonly lines: readonly BodyLine[];
}

/** What a line gives to the text, without the byline that may stand at its end. */
export interface BodyLine {
  readonly n: number;
  readonly text: string;
  readonly byline: string | undefined;
}

/** Cuts the running text of a story into paragraphs; a column break alone ends none. */
export function paragraphsOf(
  blocks: readonly Block[],
  prose: readonly number[],
): readonly Paragraph[] {
  const paragraphs: { readonly at: number; readonly lines: BodyLine[] }[] = [];
  let before: Edge | undefined;
  for (const at of prose) {
    const lines = blocks[at]?.lines ?? [];
    const column = columnNear(blocks, at);
    lines.forEach((line, index) => {
      const edge = index === 0 ? "top" : "inside";
      const start = startOf(line, { column, next: lines[index + 1], edge });
      const paragraph = paragraphs.at(-1);
      const starts = paragraph === undefined || before === undefined || breaks(before, start);
      if (starts) paragraphs.push({ at, lines: [bodyLine(line)] });
      else paragraph.lines.push(bodyLine(line));
      // The first line of a paragraph reaches the edge with two characters less.
      before = { text: line.text, full: isFull(line, starts ? column - INDENT : column) };
    });
  }
  return paragraphs;
}

const INDENT = 2;

/** What matters of the line before. */
interface Edge {
  readonly text: string;
  readonly full: boolean;
}

interface Setting {
  readonly column: number;
  readonly next: PrintedLine | undefined;
  readonly edge: "top" | "inside";
}

// At the top of a column, where a blank line already speaks for a paragraph, less is enough.
const NEARLY_FULL = 0.5;

function startOf(line: PrintedLine, { column, next, edge }: Setting): Start {
  if (isIndented(line, column, next)) return "paragraph";
  return edge === "inside" || line.width >= column - NEARLY_FULL ? "middle" : "unclear";
}

/** A paragraph ends with a sentence, and with a short line or before one that is not full. */
function breaks(before: Edge, start: Start): boolean {
  if (bylineStart(before.text) !== undefined) return true;
  if (/[：:—]$/u.test(before.text)) return start !== "middle";
  return endsSentence(before.text) && (start !== "middle" || !before.full);
}

function bodyLine({ n, text }: PrintedLine): BodyLine {
  const cut = bylineStart(text);
  if (cut === undefined) return { n, text, byline: undefined };
  return { n, text: text.slice(0, cut).trimEnd(), byline: text.slice(cut) };
}
