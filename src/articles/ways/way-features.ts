import type { Heading } from "../headlines/headlines.ts";
import { level } from "../learned/levels.ts";
import { habitsOf, type Joining } from "../links/links.ts";
import type { Features } from "../learned/log-linear.ts";
import type { StoryProfile } from "../headlines/story-profile.ts";
import { areParted } from "../links/stretch.ts";
import type { Stretches } from "../links/stretches.ts";

/** One way to cut a page: its stretches joined into stories, and their headlines. */
export interface Way {
  readonly joining: Joining;
  /** For each story the places of its stretches, in reading order. */
  readonly stories: readonly (readonly number[])[];
  readonly profiles: readonly StoryProfile[];
  readonly heading: Heading;
}

/** What tells good ways to cut a page from bad ones when all of the page is seen. */
export function wayFeatures(page: Stretches, way: Way): Features {
  const features = new Map<string, number>();
  const count = (value: number, ...words: readonly string[]): void => {
    const name = words.join(" ");
    features.set(name, (features.get(name) ?? 0) + value);
  };
  count(way.joining.score, "joining");
  count(way.heading.score, "heading");
  count(
    way.heading.headlines.filter(({ title }) => title === undefined).length,
    "headless stories",
  );
  count(orphansOf(page, way), "titles without a story");
  const { tight } = habitsOf(page);
  way.stories.forEach((parts, story) => {
    const last = page.stretches[parts.at(-1) ?? -1];
    if (last?.end === "open") count(1, "lost ends");
    if (lengthOf(page, parts) < TINY) count(1, "tiny stories");
    if (mixesSettings(page, parts)) count(1, "mixes settings on a page with", tight);
    for (const words of junctionsOf(page, parts)) count(1, ...words);
    const above = storyAbove(way, parts, story);
    if (above !== undefined) {
      count(1, "opens below kin", level(kinOf(page, above, parts), KINSHIPS));
    }
  });
  return features;
}

/** Some paragraphs of the story are set with a blank line between them and others with none. */
function mixesSettings({ stretches, gaps }: Stretches, parts: readonly number[]): boolean {
  if (!parts.some((part) => stretches[part]?.tight)) return false;
  return parts.some((part, at) => {
    const above = stretches[part - 1];
    const below = stretches[part];
    if (above === undefined || below === undefined || parts[at - 1] !== part - 1) return false;
    return gaps[part]?.titles.length === 0 && areParted(above, below);
  });
}

// A brief has a sentence or two.
const TINY = 60;

function lengthOf(page: Stretches, parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + (page.stretches[part]?.text.length ?? 0), 0);
}

/** Titles in words of their own that head nothing and stand by no headline. */
function orphansOf(page: Stretches, { heading }: Way): number {
  const rows = new Set(heading.headlines.map(({ title }) => title?.row[0]));
  return page.titles.filter(
    ({ pulled, block, row }) => !pulled && block.kind === "title" && !rows.has(row[0]),
  ).length;
}

/** How much all that comes behind each doubtful place in a story has to do with what comes before. */
function junctionsOf(page: Stretches, parts: readonly number[]): readonly (readonly string[])[] {
  return parts.slice(1).flatMap((part, index) => {
    const place = placeOf(page, parts[index] ?? 0, part);
    if (place === "inside a sentence") return [];
    const above = parts.slice(Math.max(0, index + 1 - COMPARED), index + 1);
    const kin = kinOf(page, above, parts.slice(index + 1, index + 1 + COMPARED));
    return [["goes on", place, level(kin, KINSHIPS)]];
  });
}

/** What lies between two stretches of a story. */
function placeOf({ stretches, gaps }: Stretches, before: number, part: number): string {
  const open = stretches[before]?.end === "open";
  if (part !== before + 1) return open ? "resumes" : "returns";
  const titled = (gaps[part]?.titles.length ?? 0) > 0;
  if (titled) return "below a title";
  return open ? "inside a sentence" : "below text";
}

function storyAbove(
  { stories, joining }: Way,
  [first = 0]: readonly number[],
  story: number,
): readonly number[] | undefined {
  const home = joining.homes[first - 1];
  return stories.find((parts, other) => other !== story && parts[0] === home);
}

function kinOf(page: Stretches, above: readonly number[], below: readonly number[]): number {
  return page.kinship(below.slice(0, COMPARED), above.slice(-COMPARED));
}

// Enough to know what a story is about; the bound keeps long ones linear.
const COMPARED = 12;

const KINSHIPS = [0.005, 0.015, 0.03, 0.05, 0.075, 0.11, 0.16, 0.25];
