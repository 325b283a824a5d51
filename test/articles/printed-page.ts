import type { Line, Page } from "../../src/corpus/page.ts";
import { printedLineOf, type PrintedLine } from "../../src/articles/lines/printed-line.ts";
import type { Block, BlockKind } from "../../src/articles/blocks/block.ts";
import { blocksOf, type Blocks } from "../../src/articles/blocks/blocks.ts";
import { clausesOf } from "../../src/articles/blocks/clauses.ts";
import { runsOf } from "../../src/articles/runs/runs.ts";
import { stretchesOf, type Stretches } from "../../src/articles/links/stretches.ts";

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

/** A page of runs, one blank line apart, as the program sorts it into blocks. */
export function blocksIn(...runs: readonly string[]): Blocks {
  return blocksOf(runsOf(linesOf(runs.join("\n\n")), {}).runs);
}

/** A page of these blocks, whatever they look like. */
export function pageOfBlocks(...blocks: readonly Block[]): Blocks {
  const prose = blocks.filter((block) => block.kind === "prose");
  return { blocks, clauses: clausesOf(prose.map((block) => block.lines)) };
}

/** The running text of a page of these blocks. */
export function stretchesIn(...blocks: readonly Block[]): Stretches {
  return stretchesOf(pageOfBlocks(...blocks));
}
