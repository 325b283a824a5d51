import type { Headline } from "../headlines/headlines.ts";
import type { StoryProfile } from "../headlines/story-profile.ts";
import type { Title } from "../links/titles.ts";
import { logProbabilities, scoreOf, type Features, type Weights } from "../learned/log-linear.ts";
import type { Way } from "./way-features.ts";

/** The ways to cut a page with their scores, one of them chosen. */
export interface Decision {
  readonly ways: readonly Way[];
  /** Natural logarithms of odds; one for each way. */
  readonly scores: readonly number[];
  readonly chosen: number;
}

/**
 * The probability that a story of the chosen way has all its text, no other, and its right headline:
 * Platt's scaling of what the ways to cut the page and the titles say, fitted to made and development pages.
 */
export function confidenceIn(decision: Decision, story: number, weights: Weights): number {
  const [right = 0] = logProbabilities([scoreOf(confidenceFeatures(decision, story), weights), 0]);
  return Math.exp(right);
}

/** How sure each step of the cutting was of a story, as logarithms of odds. */
export function confidenceFeatures(decision: Decision, story: number): Features {
  const way = decision.ways[decision.chosen];
  const { certainty, rival, title } = way?.heading.headlines[story] ?? NO_HEADLINE;
  const { text, headline } = agreementOn(decision, way?.profiles[story], title);
  return new Map([
    ["always", 1],
    ["text", logOdds(text)],
    ["headline", logOdds(headline)],
    ["certainty", logOdds(certainty)],
    ["rival", logOdds(rival)],
    ["headless", title === undefined ? 1 : 0],
    ["alternatives", Math.min(decision.ways.length, MANY)],
  ]);
}

const NO_HEADLINE: Headline = { title: undefined, certainty: 0, rival: 0 };
const MANY = 10;

/** The share of the ways, by their probability, that have the same text, and the same with its headline. */
function agreementOn(
  { ways, scores }: Decision,
  story: StoryProfile | undefined,
  title: Title | undefined,
): { readonly text: number; readonly headline: number } {
  let text = 0;
  let headline = 0;
  logProbabilities(scores).forEach((log, at) => {
    const way = ways[at];
    // Ways share the profiles of the stories that they have in common.
    const place = way?.profiles.findIndex((other) => other === story) ?? -1;
    if (place < 0) return;
    text += Math.exp(log);
    if (way?.heading.headlines[place]?.title === title) headline += Math.exp(log);
  });
  return { text, headline };
}

// Beyond these a step is as sure as it can be.
const MOST_SURE = 0.999;

function logOdds(probability: number): number {
  const bounded = Math.min(MOST_SURE, Math.max(1 - MOST_SURE, probability));
  return Math.log(bounded / (1 - bounded));
}
