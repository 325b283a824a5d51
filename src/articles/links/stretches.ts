import { columnNear } from "../blocks/column-near.ts";
import type { Block } from "../blocks/block.ts";
import type { Blocks } from "../blocks/blocks.ts";
import { isPulled } from "../blocks/clauses.ts";
import { createKinship, type Kinship } from "./kinship.ts";
import { createLikeness, type Likeness } from "./likeness.ts";
import { stretchOf, type Stretch } from "./stretch.ts";
import { titlesOf, type Title } from "./titles.ts";

/** The running text of a page in file order, with what stands above each piece of it. */
export interface Stretches {
  readonly stretches: readonly Stretch[];
  /** What stands above each stretch, and last what stands below all of them. */
  readonly gaps: readonly Gap[];
  readonly titles: readonly Title[];
  /** How much of one text's words another has, weighed over the stretches of this page. */
  readonly likeness: Likeness;
  readonly kinship: Kinship;
}

/** What stands between two stretches, above the first or below the last. */
export interface Gap {
  /** Titles, not captions. */
  readonly titles: readonly Title[];
  /** Bylines of the story that goes on below; places in the page's list of blocks. */
  readonly heralds: readonly number[];
  /** Bylines of the story above. */
  readonly signs: readonly number[];
}

/** Takes the blocks of running text and what stands between them. */
export function stretchesOf(page: Blocks): Stretches {
  const titles = titlesOf(page);
  const places = page.blocks.flatMap((block, at) => (block.kind === "prose" ? [at] : []));
  let next = 0;
  const gaps = [...places, page.blocks.length].map((at, index) => {
    const from = next;
    while ((titles[next]?.at ?? at) < at) next += 1;
    return gapOf(page, titles.slice(from, next), [places[index - 1] ?? -1, at]);
  });
  const stretches = places.map((at, index) => {
    const signed = (gaps[index + 1]?.signs.length ?? 0) > 0;
    const block = page.blocks[at] ?? NOTHING;
    return stretchOf(block, { at, column: columnNear(page.blocks, at), signed });
  });
  const pairs = stretches.map((stretch) => stretch.pairs);
  return {
    ...{ stretches, gaps, titles },
    likeness: createLikeness(pairs),
    kinship: createKinship(pairs),
  };
}

const NOTHING: Block = { kind: "prose", lines: [] };

function gapOf(
  page: Blocks,
  titles: readonly Title[],
  [above, below]: readonly [number, number],
): Gap {
  const bylines = bylinesIn(page, above + 1, below);
  const heralds = bylines.filter((at) => isHerald(page, at));
  return {
    titles: titles.filter(({ block }) => block.kind === "title"),
    heralds,
    signs: above < 0 ? [] : bylines.filter((at) => !heralds.includes(at)),
  };
}

function bylinesIn({ blocks }: Blocks, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if (blocks[at]?.kind === "byline") found.push(at);
  return found;
}

/** A byline between a headline and running text names the reporter of what comes. */
function isHerald({ blocks, clauses }: Blocks, at: number): boolean {
  const above = blocks[at - 1];
  const headed = above?.kind === "title" && !isPulled(above.lines, clauses);
  return headed && blocks[at + 1]?.kind === "prose";
}
