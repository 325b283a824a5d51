import { assign } from "./assignment.ts";
import { headlineFeatures, type Candidacy, type Share } from "./headline-features.ts";
import { logProbabilities, scoreOf, type Weights } from "../learned/log-linear.ts";
import type { StoryProfile } from "./story-profile.ts";
import type { Title } from "../links/titles.ts";

/** Which title heads which story. */
export interface Heading {
  /** One for each story, in their order. */
  readonly headlines: readonly Headline[];
  /** Natural logarithm of the probability of all this. */
  readonly score: number;
}

/** The headline of a story, if it has one. */
export interface Headline {
  readonly title: Title | undefined;
  /** Probability that this title heads this story. */
  readonly certainty: number;
  /** The most probable of the other titles to head it. */
  readonly rival: number;
}

/** The best way to give the titles of a page to stories as their headlines, one to one. */
export function headlinesOf(
  titles: readonly Title[],
  stories: readonly StoryProfile[],
  weights: Weights,
): Heading {
  const headlines: Headline[] = [];
  let score = 0;
  let from = 0;
  for (let start = 0; start < stories.length; start += ZONE) {
    const end = stories[start + ZONE]?.first ?? Infinity;
    const behind = titles.findIndex(({ row }, place) => place >= from && row[1] >= end - 1);
    const to = behind < 0 ? titles.length : behind;
    const zone = {
      titles: titles.slice(from, to),
      from,
      stories: stories.slice(start, start + ZONE),
    };
    const found = headlinesIn(zone, weights);
    headlines.push(...found.headlines);
    score += found.score;
    from = to;
  }
  return { headlines, score };
}

// Printed pages have a dozen stories; a file of thousands is cut so that the work stays in proportion.
const ZONE = 60;

/** Stories that stand together, and the titles among them. */
interface Zone {
  readonly titles: readonly Title[];
  /** Place of the first of its titles in the page's list of titles. */
  readonly from: number;
  readonly stories: readonly StoryProfile[];
}

function headlinesIn(zone: Zone, weights: Weights): Heading {
  const { stories } = zone;
  const able = candidaciesIn(zone).filter(({ title }) => title.block.kind === "title");
  const odds = able.map((candidacy) => oddsOf(candidacy, weights));
  const gains = stories.map((_, story) =>
    odds.map(({ heads, none }) => Math.max(0, (heads[story] ?? -Infinity) - none - HEADLESS)),
  );
  const chosen = assign(gains);
  const won = chosen.reduce((sum, column, story) => sum + (gains[story]?.[column] ?? 0), 0);
  // A page with fewer titles than stories does not have the fewer stories for it.
  const headed = Math.min(stories.length, able.length);
  const nothing = odds.reduce((sum, { none }) => sum + none, headed * HEADLESS);
  const headlines = chosen.map((column, story): Headline => {
    const chances = odds.map(({ heads }) => Math.exp(heads[story] ?? -Infinity));
    const others = chances.filter((_, other) => other !== column);
    return {
      title: able[column]?.title,
      certainty: chances[column] ?? 0,
      rival: Math.max(0, ...others),
    };
  });
  return { headlines, score: nothing + won };
}

// Natural logarithm of the share of stories without a headline of their own: one in 150.
const HEADLESS = -5;

interface Odds {
  /** Logarithm of the probability that the title heads each of the stories. */
  readonly heads: readonly number[];
  /** The same of heading none. */
  readonly none: number;
}

function oddsOf(candidacy: Candidacy, weights: Weights): Odds {
  const features = headlineFeatures(candidacy);
  const logs = logProbabilities(features.map((choice) => scoreOf(choice, weights)));
  return { heads: logs.slice(0, -1), none: logs.at(-1) ?? 0 };
}

/** For each title of a zone all that is compared to tell which story it heads, if any. */
export function candidaciesIn({ titles, from, stories }: Zone): readonly Candidacy[] {
  const closest = stories.map((story) => closestTo(story, titles, from));
  return titles.map((title, place): Candidacy => {
    const row = titles.filter((other) => other.row[0] === title.row[0]);
    const inRow = row.filter((other) => other !== title && !other.pulled);
    const places = inRow.map((other) => titles.indexOf(other));
    const shares = stories.map((story, index): Share => {
      const beside = places.map((at) => story.shareOf(from + at).lead);
      const { first, second, at } = closest[index] ?? NONE_CLOSE;
      return {
        ...story.shareOf(from + place),
        rival: at === place ? second : first,
        rowRival: beside.length === 0 ? undefined : Math.max(...beside),
      };
    });
    return { title, stories, shares, row };
  });
}

/** What the two titles share with a story that share most, and the place of the first. */
interface Closest {
  readonly first: number;
  readonly second: number;
  readonly at: number;
}

const NONE_CLOSE: Closest = { first: 0, second: 0, at: -1 };

/** Of the titles in words of their own. */
function closestTo(story: StoryProfile, titles: readonly Title[], from: number): Closest {
  let best = NONE_CLOSE;
  titles.forEach(({ pulled }, at) => {
    if (pulled) return;
    const { whole } = story.shareOf(from + at);
    if (whole > best.first) best = { first: whole, second: best.first, at };
    else if (whole > best.second) best = { ...best, second: whole };
  });
  return best;
}
