import { lastOf, textOf } from "../lines/printed-line.ts";
import type { Blocks } from "../blocks/blocks.ts";
import { endsSentence } from "../lines/line-cues.ts";
import type { Story } from "../ways/stories.ts";
import { titlesOf, type Title } from "../links/titles.ts";

/** What a title or caption block is, and to which story it belongs. */
export interface Placed {
  readonly at: number;
  readonly story: number;
  readonly role: PlacedRole;
}

/** The roles of what is set apart from running text. */
export type PlacedRole = "headline" | "subheadline" | "subhead" | "caption";

/** Gives every title and caption block its story and its role, in file order. */
export function placeTitles(page: Blocks, stories: readonly Story[]): readonly Placed[] {
  if (stories.length === 0) return [];
  const titles = titlesOf(page);
  const headed = new Map(stories.map(({ headline }, story) => [headline?.at, story] as const));
  const texts = stories.map((story) =>
    story.prose.map((at) => textOf(page.blocks[at]?.lines ?? [])).join(""),
  );
  return titles.map((title, place): Placed => {
    const own = headed.get(title.at);
    if (own !== undefined) return { at: title.at, story: own, role: "headline" };
    const story = storyOf(title, place, { stories, texts });
    return { at: title.at, story, role: roleOf(page, title, stories[story]) };
  });
}

interface Candidates {
  readonly stories: readonly Story[];
  readonly texts: readonly string[];
}

// Bonuses on top of the share of words: for a quotation, for standing inside the story, by its headline.
const QUOTED = 0.5;
const INSIDE = 0.4;
const BY_HEADLINE = 0.3;
// Stories on either side that a title may belong to: more than a printed page has.
const REACH = 20;

function storyOf(title: Title, place: number, { stories, texts }: Candidates): number {
  const here = stories.findIndex(({ profile }) => profile.first > title.at);
  const middle = here < 0 ? stories.length : here;
  let best = Math.max(0, middle - 1);
  let bestScore = -1;
  for (
    let at = Math.max(0, middle - REACH);
    at < Math.min(stories.length, middle + REACH);
    at += 1
  ) {
    const story = stories[at];
    if (story === undefined) continue;
    const { first, last, shareOf } = story.profile;
    let score = shareOf(place).whole;
    if (first < title.at && title.at < last) score += INSIDE;
    if (story.headline?.row[0] === title.row[0]) score += BY_HEADLINE;
    if (title.block.lines.every((line) => texts[at]?.includes(line.text) === true)) score += QUOTED;
    if (score > bestScore) [best, bestScore] = [at, score];
  }
  return best;
}

function roleOf({ blocks }: Blocks, title: Title, home: Story | undefined): PlacedRole {
  if (title.block.kind === "caption" || home === undefined) return "caption";
  const { headline, profile: story } = home;
  if (headline !== undefined && Math.abs(headline.at - title.at) === 1) return "subheadline";
  if (title.at === story.end + 1) return "subhead";
  if (title.at < story.first || title.at > story.last) return "caption";
  const before = blocks.slice(story.first, title.at).findLast((block) => block.kind === "prose");
  return before !== undefined && endsSentence(lastOf(before.lines).text) ? "subhead" : "caption";
}
