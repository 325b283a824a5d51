import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  confidenceFeatures,
  confidenceIn,
  type Decision,
} from "../../../src/articles/ways/confidence.ts";
import type { Headline } from "../../../src/articles/headlines/headlines.ts";
import type { StoryProfile } from "../../../src/articles/headlines/story-profile.ts";
import { titlesOf } from "../../../src/articles/links/titles.ts";
import type { Way } from "../../../src/articles/ways/way-features.ts";
import { blockOf, pageOfBlocks } from "../printed-page.ts";

const [DYKE, SCHOOL] = titlesOf(
  pageOfBlocks(blockOf("title", "江堤开工"), blockOf("title", "小学开学")),
);

const PROFILES = new Map<string, StoryProfile>();

const headed = (title: Headline["title"], certainty = 0.5, rival = 0.5): Headline => ({
  ...{ title, certainty, rival },
});

/** A way to cut a page: its stories by their stretches, and their headlines. */
function way(stories: readonly (readonly number[])[], ...headlines: readonly Headline[]): Way {
  const joining = { homes: [], score: 0 };
  return { joining, stories, profiles: stories.map(profileOf), heading: { headlines, score: 0 } };
}

/** Ways share the profile of a story that they have in common. */
function profileOf(parts: readonly number[]): StoryProfile {
  const known = PROFILES.get(parts.join()) ?? {
    ...{ first: parts[0] ?? 0, last: parts.at(-1) ?? 0, end: parts.at(-1) ?? 0 },
    shareOf: () => ({ whole: 0, lead: 0 }),
  };
  PROFILES.set(parts.join(), known);
  return known;
}

const decision = (...ways: readonly Way[]): Decision => ({
  ...{ ways, scores: ways.map(() => 0), chosen: 0 },
});

const featureOf = (name: string, made: Decision, story = 0): number =>
  confidenceFeatures(made, story).get(name) ?? NaN;

const SPLIT = way([[0], [1]], headed(DYKE), headed(SCHOOL));
const SPLIT_OTHERWISE = way([[0], [1]], headed(SCHOOL), headed(DYKE));
const JOINED = way([[0, 1]], headed(DYKE));

describe("confidenceFeatures", () => {
  it("say how far the ways agree on the text of a story, as a logarithm of odds", () => {
    expect(featureOf("text", decision(SPLIT, JOINED))).toBeCloseTo(0);
    expect(featureOf("text", decision(SPLIT, SPLIT_OTHERWISE, JOINED))).toBeCloseTo(Math.log(2));
  });

  it("say how far they agree on text and headline", () => {
    const made = decision(SPLIT, SPLIT_OTHERWISE, JOINED);
    expect(featureOf("headline", made)).toBeCloseTo(Math.log(1 / 2));
  });

  it("count a way by its probability", () => {
    const made = { ...decision(SPLIT, JOINED), scores: [Math.log(3), 0] };
    expect(featureOf("text", made)).toBeCloseTo(Math.log(3));
  });

  it("speak of the chosen way", () => {
    const made = { ...decision(SPLIT, SPLIT, JOINED), chosen: 2 };
    expect(featureOf("text", made)).toBeCloseTo(Math.log(1 / 2));
  });

  it("stay finite where all agree and where a headline is certain", () => {
    const made = decision(way([[0]], headed(DYKE, 1, 0)));
    for (const value of confidenceFeatures(made, 0).values()) expect(value).toSatisfy(isFinite);
    expect(featureOf("text", made)).toBeGreaterThan(5);
    expect(featureOf("certainty", made)).toBeGreaterThan(5);
    expect(featureOf("rival", made)).toBeLessThan(-5);
  });

  it("know a story without a headline", () => {
    expect(featureOf("headless", decision(way([[0]], headed(undefined))))).toBe(1);
    expect(featureOf("headless", decision(SPLIT))).toBe(0);
  });
});

describe("confidenceIn", () => {
  it("is even without any weights", () => {
    expect(confidenceIn(decision(SPLIT, JOINED), 0, {})).toBeCloseTo(0.5);
  });

  it("is the agreement itself where nothing else has a weight", () => {
    const made = decision(SPLIT, SPLIT_OTHERWISE, SPLIT, JOINED);
    expect(confidenceIn(made, 0, { text: 1 })).toBeCloseTo(3 / 4);
    expect(confidenceIn(made, 1, { headline: 1 })).toBeCloseTo(2 / 4);
  });

  it("is a probability, whatever the weights and the scores", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (always, text, score) => {
        const made = { ...decision(SPLIT, JOINED), scores: [score, 0] };
        const confidence = confidenceIn(made, 0, { always, text });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});
