import { textOf } from "./block.ts";
import type { Blocks } from "./blocks.ts";
import { createLikeness, pairsOf, type Likeness, type Pairs } from "./likeness.ts";
import type { Story } from "./stories.ts";

/** What a title is compared with: where a story stands and what its words are. */
export interface StoryProfile {
  /** First and last block of running text. */
  readonly first: number;
  readonly last: number;
  /** Last block of all, with bylines. */
  readonly end: number;
  readonly whole: Pairs;
  /** The words that a headline sums up. */
  readonly lead: Pairs;
}

/** The stories of a page, ready to be compared with its titles. */
export interface Profiles {
  readonly stories: readonly StoryProfile[];
  readonly likeness: Likeness;
}

// The first paragraph or two. News is written so that they tell all of it.
const LEAD_LENGTH = 150;

/** Reads each story once for all comparisons. */
export function profilesOf({ blocks }: Blocks, stories: readonly Story[]): Profiles {
  const profiles = stories.map((story): StoryProfile => {
    const text = story.prose.map((at) => textOf(blocks[at]?.lines ?? [])).join("");
    const last = story.prose.at(-1) ?? 0;
    return {
      first: story.prose[0] ?? 0,
      last,
      end: Math.max(last, story.bylines.at(-1) ?? 0),
      whole: pairsOf(text),
      lead: pairsOf(text.slice(0, LEAD_LENGTH)),
    };
  });
  return { stories: profiles, likeness: createLikeness(profiles.map((profile) => profile.whole)) };
}
