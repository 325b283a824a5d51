import type { PrintedLine } from "./printed-line.ts";

/**
 * Lines that stand together and are of one kind. `prose` is running text, `title` is anything set apart
 * from it that is short (headline, subheadline, subhead, or a caption without a mark).
 */
export interface Block {
  readonly kind: BlockKind;
  readonly lines: readonly PrintedLine[];
}

/** What a block can be told to be without knowing its story. */
export type BlockKind = "prose" | "title" | "byline" | "caption";

/** The text of a block as one string, for comparing. */
export function textOf(lines: readonly PrintedLine[]): string {
  return lines.map((line) => line.text).join("");
}

/** The first line of a block, which is never empty. */
export function firstOf(lines: readonly PrintedLine[]): PrintedLine {
  return lines[0] ?? NOTHING;
}

/** The last line of a block, which is never empty. */
export function lastOf(lines: readonly PrintedLine[]): PrintedLine {
  return lines.at(-1) ?? NOTHING;
}

const NOTHING: PrintedLine = { n: 0, text: "", width: 0 };
