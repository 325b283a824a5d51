import type { Models } from "../learned/models.ts";
import type { Blocks } from "../blocks/blocks.ts";
import { confidenceIn, type Decision } from "./confidence.ts";
import { headlinesOf } from "../headlines/headlines.ts";
import { joinStretches } from "../links/links.ts";
import { scoreOf } from "../learned/log-linear.ts";
import { profileOf, type StoryProfile } from "../headlines/story-profile.ts";
import { stretchesOf, type Stretches } from "../links/stretches.ts";
import type { Title } from "../links/titles.ts";
import { wayFeatures, type Way } from "./way-features.ts";

/** One story: places in the page's list of blocks. */
export interface Story {
  /** Running text in reading order; there is always some. */
  readonly prose: readonly number[];
  readonly bylines: readonly number[];
  readonly headline: Title | undefined;
  readonly profile: StoryProfile;
  /** Estimated probability that text and headline are right. */
  readonly confidence: number;
}

/**
 * Joins blocks of running text into stories and gives them their headlines. Of the likeliest ways to join
 * the text the one wins that makes most sense of all of the page.
 */
export function storiesOf(page: Blocks, models: Models): readonly Story[] {
  const stretches = stretchesOf(page);
  const decision = decide(stretches, models);
  const best = decision.ways[decision.chosen];
  if (best === undefined) return [];
  return best.stories.map((parts, at) => ({
    ...storyOf(stretches, parts, { way: best, at }),
    confidence: confidenceIn(decision, at, models.confidence),
  }));
}

/** The likeliest ways to cut a page and the one that makes most sense. */
export function decide(page: Stretches, models: Models): Decision {
  const ways = waysOf(page, models);
  const scores = ways.map((way) => scoreOf(wayFeatures(page, way), models.ways));
  return { ways, scores, chosen: scores.indexOf(Math.max(...scores)) };
}

/** The likeliest ways to cut a page, best first by the joining alone. */
export function waysOf(page: Stretches, models: Models): readonly Way[] {
  const known = new Map<string, StoryProfile>();
  return joinStretches(page, models.links).map((joining): Way => {
    const stories = partsOf(joining.homes);
    const profiles = stories.map((parts) => {
      const key = parts.join();
      const profile = known.get(key) ?? profileOf(page, parts);
      known.set(key, profile);
      return profile;
    });
    const heading = headlinesOf(page.titles, profiles, models.headlines);
    return { joining, stories, profiles, heading };
  });
}

/** For each story the places of its stretches, in reading order. */
export function partsOf(homes: readonly number[]): readonly (readonly number[])[] {
  const stories = new Map<number, number[]>();
  homes.forEach((home, part) => {
    const parts = stories.get(home);
    if (parts === undefined) stories.set(home, [part]);
    else parts.push(part);
  });
  return [...stories.values()];
}

function storyOf(
  page: Stretches,
  parts: readonly number[],
  { way, at }: { readonly way: Way; readonly at: number },
): Omit<Story, "confidence"> {
  const { stretches, gaps } = page;
  return {
    prose: parts.map((part) => stretches[part]?.at ?? 0),
    bylines: parts.flatMap((part) => [
      ...(gaps[part]?.heralds ?? []),
      ...(gaps[part + 1]?.signs ?? []),
    ]),
    headline: way.heading.headlines[at]?.title,
    profile: way.profiles[at] ?? profileOf(page, parts),
  };
}
