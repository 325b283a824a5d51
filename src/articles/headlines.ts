import { assign } from "./assignment.ts";
import type { Likeness } from "./likeness.ts";
import type { Profiles, StoryProfile } from "./story-profile.ts";
import type { Title } from "./titles.ts";

/** For each story the title that is its headline, or undefined: each title heads one story at most. */
export function headlinesOf(
  titles: readonly Title[],
  profiles: Profiles,
): readonly (Title | undefined)[] {
  const free = titles.filter((title) => title.block.kind === "title");
  const chosen: (Title | undefined)[] = [];
  let from = 0;
  for (let start = 0; start < profiles.stories.length; start += ZONE) {
    const zone = profiles.stories.slice(start, start + ZONE);
    const after = profiles.stories[start + ZONE];
    const to =
      after === undefined
        ? free.length
        : free.findIndex((title) => title.row[1] >= after.first - 1);
    const near = free.slice(from, to < from ? free.length : to);
    const scores = zone.map((story) =>
      near.map((title) => headlineScore(title, story, profiles.likeness)),
    );
    chosen.push(...assign(scores).map((column) => near[column]));
    from += near.length;
  }
  return chosen.map((title, story) => upperOf(title, { titles: free, chosen, profiles, story }));
}

// Printed pages have a dozen stories; a file of thousands is cut so that the work stays in proportion.
const ZONE = 60;

// Weights and bonuses were tried on development pages of other papers; the first figure is what a title
// gets for standing right above its story, the second for standing right below.
const ABOVE = 0.3;
const BELOW = 0.25;
const LEAD_SHARE = 0.5;
const PULLED = 0.8;
const BASE = 0.05;
// A distant title that shares less with a story has nothing to do with it.
const LEAST_CONTENT = 0.03;

/** How well a title would do as the headline of a story; 0 or less where it cannot be. */
export function headlineScore(title: Title, story: StoryProfile, likeness: Likeness): number {
  if (title.at > story.first && title.at < story.last) return 0;
  const whole = likeness(title.pairs, story.whole);
  const content = (1 - LEAD_SHARE) * whole + LEAD_SHARE * likeness(title.pairs, story.lead);
  const place = placeBonus(title, story);
  if (content < LEAST_CONTENT && place === 0) return 0;
  return content + place + BASE - (title.pulled ? PULLED : 0);
}

function placeBonus({ at, row }: Title, story: StoryProfile): number {
  const above = row[1] === story.first - 1 ? ABOVE / (story.first - at) : 0;
  const below = row[0] === story.end + 1 ? BELOW / (at - story.end) : 0;
  return above + below;
}

interface Choice {
  readonly titles: readonly Title[];
  readonly chosen: readonly (Title | undefined)[];
  readonly profiles: Profiles;
  readonly story: number;
}

/** Of two titles of one story, one right above the other, the upper is the headline if it may be. */
function upperOf(title: Title | undefined, choice: Choice): Title | undefined {
  if (title === undefined) return undefined;
  const upper = choice.titles[choice.titles.indexOf(title) - 1];
  if (upper?.at !== title.at - 1 || isLabel(upper) || upper.pulled || choice.chosen.includes(upper))
    return title;
  const { stories, likeness } = choice.profiles;
  const story = stories[choice.story];
  if (story === undefined) return title;
  const mine = likeness(upper.pairs, story.whole);
  if (stories.some((other) => likeness(upper.pairs, other.whole) > mine)) return title;
  const lost = likeness(title.pairs, story.lead) - likeness(upper.pairs, story.lead);
  return lost < KICKER ? upper : title;
}

// 人物, 短评: the name of a column is this short, a headline above another title never.
const LONGEST_LABEL = 4;

function isLabel({ block }: Title): boolean {
  return block.lines.reduce((sum, line) => sum + line.width, 0) <= LONGEST_LABEL;
}

// A line above that says so much less about the lead is a kicker.
const KICKER = 0.3;
