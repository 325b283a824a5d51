import type { Line, Page } from "../../src/corpus/page.ts";
import { printedLineOf, type PrintedLine } from "../../src/articles/printed-line.ts";
import type { Block, BlockKind } from "../../src/articles/block.ts";

/** The lines of a text, numbered from 1. */
export function linesOf(text: string): readonly Line[] {
  return text.split("\n").map((line, index) => ({ n: index + 1, text: line }));
}

/** A page with these lines. */
export function pageOf(text: string, file = "page.txt"): Page {
  return { file, lines: linesOf(text) };
}

/** The lines of a text as they look on paper. */
export function printed(text: string): readonly PrintedLine[] {
  return linesOf(text).map(printedLineOf);
}

/** The only line of a text. */
export function printedLine(text: string): PrintedLine {
  return printedLineOf({ n: 1, text });
}

/** A block of these lines. */
export function blockOf(kind: BlockKind, text: string): Block {
  return { kind, lines: printed(text) };
}

/** A paragraph as a column of so many characters sets it: the first line indented by two. */
export function setInColumn(text: string, column: number): string {
  const lines = [text.slice(0, column - 2)];
  for (let at = column - 2; at < text.length; at += column) lines.push(text.slice(at, at + column));
  return lines.join("\n");
}
