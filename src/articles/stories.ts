import { firstOf, textOf, type Block } from "./block.ts";
import type { Blocks } from "./blocks.ts";
import { isPulled } from "./clauses.ts";
import { columnNear } from "./column.ts";
import { createLikeness, pairsOf, type Likeness, type Pairs } from "./likeness.ts";
import { startsStory } from "./line-cues.ts";
import { homeOf, type Seam } from "./seam.ts";
import { extendDraft, signDraft, startDraft, type StoryDraft } from "./story-draft.ts";
import { stretchOf } from "./stretch.ts";

/** One story: places in the page's list of blocks. */
export interface Story {
  /** Running text in reading order; there is always some. */
  readonly prose: readonly number[];
  readonly bylines: readonly number[];
}

/** Joins blocks of running text into stories: what goes on where, and what starts anew. */
export function storiesOf(page: Blocks): readonly Story[] {
  const words = wordsOf(page);
  const strict = draftsOf(page, words, STRICT_KINSHIP);
  const leadless = strict.some((draft) => !hasLead(page.blocks[draft.prose[0] ?? 0]));
  return leadless ? draftsOf(page, words, LOOSE_KINSHIP) : strict;
}

// A paper that opens its stories with a lead word does not drop it for one: there, a title in the middle
// is a subhead unless the text below is strange. Else it is a headline unless the text is closely related.
const STRICT_KINSHIP = 0.04;
const LOOSE_KINSHIP = 0.15;

function hasLead(block: Block | undefined): boolean {
  return block !== undefined && startsStory(firstOf(block.lines).text);
}

interface Words {
  readonly pairs: readonly Pairs[];
  readonly likeness: Likeness;
}

const NONE: Pairs = new Set();

function wordsOf({ blocks }: Blocks): Words {
  const pairs = blocks.map((block) =>
    block.kind === "prose" ? pairsOf(textOf(block.lines)) : NONE,
  );
  return { pairs, likeness: createLikeness(pairs.filter((set) => set.size > 0)) };
}

function draftsOf(page: Blocks, words: Words, kinship: number): readonly StoryDraft[] {
  const { blocks, clauses } = page;
  const drafts: StoryDraft[] = [];
  let current: StoryDraft | undefined;
  let titles: Block[] = [];
  let heralds: number[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === "title") titles.push(block);
    else if (block.kind === "byline") {
      if (isHerald(page, at)) heralds.push(at);
      else if (current !== undefined) signDraft(current, at);
    } else if (block.kind === "prose") {
      const seam: Seam = {
        at,
        titles,
        stretch: stretchOf(block, columnNear(blocks, at)),
        pairs: words.pairs[at] ?? NONE,
        ahead: textAhead(blocks, at),
        page: { clauses, likeness: words.likeness, kinship },
      };
      const home = heralds.length > 0 ? undefined : homeOf(seam, drafts, current);
      if (home === undefined) drafts.push((current = startDraft(seam)));
      else {
        extendDraft((current = home), seam);
        home.divided ||= titles.length > 0;
      }
      current.bylines.push(...heralds);
      titles = [];
      heralds = [];
    }
  });
  return drafts;
}

/** A byline between a headline and running text names the reporter of what comes. */
function isHerald({ blocks, clauses }: Blocks, at: number): boolean {
  const above = blocks[at - 1];
  const headed = above?.kind === "title" && !isPulled(above.lines, clauses);
  return headed && blocks[at + 1]?.kind === "prose";
}

// A subhead quotes its section, which column breaks cut into a few blocks.
const BLOCKS_AHEAD = 4;

function textAhead(blocks: readonly Block[], at: number): string {
  return blocks
    .slice(at, at + BLOCKS_AHEAD)
    .map((block) => (block.kind === "prose" ? textOf(block.lines) : ""))
    .join("");
}
