import type { PrintedLine } from "../lines/printed-line.ts";

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
