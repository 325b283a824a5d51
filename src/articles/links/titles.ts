import { pairsOf, type Pairs } from "../lines/pairs.ts";
import { textOf } from "../lines/printed-line.ts";
import { type Block } from "../blocks/block.ts";
import type { Blocks } from "../blocks/blocks.ts";
import { isPulled } from "../blocks/clauses.ts";

/** A title or caption block, ready to be compared with the stories. */
export interface Title {
  readonly at: number;
  readonly block: Block;
  readonly pairs: Pairs;
  /** It quotes the running text word for word. */
  readonly pulled: boolean;
  /** First and last block of the row of titles that it stands in. */
  readonly row: readonly [first: number, last: number];
}

/** The blocks of a page that are set apart from running text, in file order. */
export function titlesOf({ blocks, clauses }: Blocks): readonly Title[] {
  const titles: Title[] = [];
  let first = 0;
  blocks.forEach((block, at) => {
    if (block.kind !== "title" && block.kind !== "caption") return;
    if (block.kind !== "title" || blocks[at - 1]?.kind !== "title") first = at;
    const row = [first, lastOfRow(blocks, at, titles.at(-1))] as const;
    const pulled = isPulled(block.lines, clauses);
    titles.push({ at, block, pairs: pairsOf(textOf(block.lines)), pulled, row });
  });
  return titles;
}

function lastOfRow(blocks: readonly Block[], at: number, before: Title | undefined): number {
  if (before !== undefined && before.row[1] >= at) return before.row[1];
  let last = at;
  while (blocks[at]?.kind === "title" && blocks[last + 1]?.kind === "title") last += 1;
  return last;
}
