import type { Block } from "./block.ts";
import { columnOf, SLACK } from "../lines/column.ts";

/**
 * The column that a block stands in. One or two lines say little of their own; the nearest longer
 * running text tells how wide they might have been.
 */
export function columnNear(blocks: readonly Block[], at: number): number {
  const lines = blocks[at]?.lines ?? [];
  const own = columnOf(lines);
  if (lines.length >= TELLING_LINES) return own;
  for (const step of [1, -1, 2, -2]) {
    const other = blocks[at + step];
    if (other?.kind !== "prose" || other.lines.length < TELLING_LINES) continue;
    const column = columnOf(other.lines);
    if (own <= column + SLACK) return column;
  }
  return own;
}

const TELLING_LINES = 3;
