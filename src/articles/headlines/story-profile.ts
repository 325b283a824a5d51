import { pairsOf, type Pairs, type Whole } from "../lines/pairs.ts";
import type { Stretches } from "../links/stretches.ts";

/** What a title is compared with: where a story stands and what its words are. */
export interface StoryProfile {
  /** First and last block of running text. */
  readonly first: number;
  readonly last: number;
  /** Last block of all, with bylines. */
  readonly end: number;
  /** How much of the words of a title, given by its place among those of the page, the story has. */
  readonly shareOf: (title: number) => TitleShare;
}

/** How much of a title's words a story has: all of it, and its lead; between 0 and 1. */
export interface TitleShare {
  readonly whole: number;
  readonly lead: number;
}

// The first paragraph or two. News is written so that they tell all of it.
const LEAD_LENGTH = 150;

/** Reads a story, given by its places in the page's list of stretches, once for all comparisons. */
export function profileOf(page: Stretches, parts: readonly number[]): StoryProfile {
  const stretches = parts.flatMap((part) => page.stretches[part] ?? []);
  const last = parts.at(-1) ?? 0;
  const lead = pairsOf(leadOf(stretches.map(({ text }) => text)));
  const whole: Whole = { has: (pair) => stretches.some(({ pairs }) => pairs.has(pair)) };
  const at = page.stretches[last]?.at ?? 0;
  const known = new Map<number, TitleShare>();
  const shareOf = (title: number): TitleShare => {
    const pairs = page.titles[title]?.pairs ?? NONE;
    const share = known.get(title) ?? {
      whole: page.likeness(pairs, whole),
      lead: page.likeness(pairs, lead),
    };
    known.set(title, share);
    return share;
  };
  return {
    first: stretches[0]?.at ?? 0,
    last: at,
    end: Math.max(at, page.gaps[last + 1]?.signs.at(-1) ?? 0),
    shareOf,
  };
}

const NONE: Pairs = new Set();

function leadOf(texts: readonly string[]): string {
  let lead = "";
  for (const text of texts) {
    if (lead.length >= LEAD_LENGTH) break;
    lead += text;
  }
  return lead.slice(0, LEAD_LENGTH);
}
