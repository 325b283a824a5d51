import { textOf } from "../lines/printed-line.ts";
import { hasComma } from "../lines/line-cues.ts";
import { level } from "../learned/levels.ts";
import type { Features } from "../learned/log-linear.ts";
import type { StoryProfile, TitleShare } from "./story-profile.ts";
import type { Title } from "../links/titles.ts";

/** A title among the stories of its page. */
export interface Candidacy {
  readonly title: Title;
  readonly stories: readonly StoryProfile[];
  /** For each story, what the title and its rivals share with it. */
  readonly shares: readonly Share[];
  /** The other titles of its row, from top to bottom. */
  readonly row: readonly Title[];
}

/** What a title shares with a story. */
export interface Share extends TitleShare {
  /** The most that any other title shares with that story. */
  readonly rival: number;
  /** The most that another title of its row shares with the lead of that story; undefined without one. */
  readonly rowRival: number | undefined;
}

/** The features of being the headline of each story, in their order, and last of being none. */
export function headlineFeatures(candidacy: Candidacy): readonly Features[] {
  const { stories, shares } = candidacy;
  const best = bestTwo(shares.map(contentOf));
  const heading = stories.map((story, index) => {
    const share = shares[index] ?? NOTHING;
    const content = contentOf(share);
    const others = index === best.at ? best.second : best.first;
    return headlineOf(candidacy, story, { share, content, lead: content - others });
  });
  return [...heading, noHeadline(candidacy, best.first)];
}

const NOTHING: Share = { whole: 0, lead: 0, rival: 0, rowRival: undefined };

/** What a title shares with a story: half counts the lead, which a headline sums up. */
function contentOf({ whole, lead }: TitleShare): number {
  return (whole + lead) / 2;
}

function bestTwo(values: readonly number[]): { at: number; first: number; second: number } {
  const best = { at: -1, first: 0, second: 0 };
  values.forEach((value, at) => {
    if (value > best.first || best.at < 0)
      [best.second, best.first, best.at] = [best.first, value, at];
    else if (value > best.second) best.second = value;
  });
  return best;
}

interface Standing {
  readonly share: Share;
  readonly content: number;
  /** How much more it shares with this story than with any other. */
  readonly lead: number;
}

function headlineOf(
  candidacy: Candidacy,
  story: StoryProfile,
  { share, content, lead }: Standing,
): Features {
  const { title, row } = candidacy;
  const { place, distance } = placeOf(title, story);
  const features = new Map<string, number>();
  const has = (...words: readonly string[]): void => {
    features.set(["heads", ...words].join(" "), 1);
  };
  const kind = title.pulled ? "pulled" : "own";
  const near = place === "above" || place === "below" ? "beside" : place;
  has(place, distance);
  has(kind, near);
  has("content", level(content, CONTENTS), near);
  has("content", level(content, CONTENTS), kind);
  has("lead", level(share.lead, CONTENTS));
  has("more than others", level(lead, GAINS), near);
  has("more than rivals", level(share.whole - share.rival, GAINS));
  has("label", String(isLabel(title)), near);
  has(place, "row", rowOf(title, row), kind);
  if (share.rowRival !== undefined) {
    has("lead against row", level(share.lead - share.rowRival, GAINS), kind);
  }
  has("style", styleOf(title), kind, "beside", stylesBeside(title, row));
  has("length", lengthAmong(title, row), kind);
  return features;
}

/** Mottoes stand in parts or have a comma; a headline says one thing. */
function styleOf({ block }: Title): string {
  const text = textOf(block.lines);
  if (hasComma(text)) return "comma";
  return (text.match(/\s+/gu)?.length ?? 0) > 1 ? "motto" : "plain";
}

function stylesBeside(title: Title, row: readonly Title[]): string {
  const others = row.filter((other) => other !== title && !other.pulled).map(styleOf);
  if (others.length === 0) return "nothing";
  return others.includes("plain") ? "plain" : "others";
}

/** How long a title is beside the next longest in words of its own in its row. */
function lengthAmong(title: Title, row: readonly Title[]): string {
  const others = row.filter((other) => other !== title && !other.pulled);
  if (others.length === 0) return "alone";
  const longest = Math.max(...others.map(lengthOf));
  return level(lengthOf(title) / longest, [0.6, 0.9, 1.1, 1.6]);
}

function lengthOf({ block }: Title): number {
  return textOf(block.lines).length;
}

function noHeadline({ title, row, stories }: Candidacy, best: number): Features {
  const features = new Map<string, number>();
  const has = (...words: readonly string[]): void => {
    features.set(["heads none", ...words].join(" "), 1);
  };
  const kind = title.pulled ? "pulled" : "own";
  const inside = stories.some(({ first, last }) => first < title.at && title.at < last);
  has();
  has(kind);
  has(kind, inside ? "inside" : "between");
  has(kind, "row", rowOf(title, row));
  has("content", level(best, CONTENTS), kind);
  has("label", String(isLabel(title)));
  has("lines", String(Math.min(title.block.lines.length, 4)), kind);
  return features;
}

/** Where a title stands as seen from a story, and how many titles further than the nearest. */
function placeOf(
  { at, row }: Title,
  { first, last, end }: StoryProfile,
): { readonly place: string; readonly distance: string } {
  if (row[1] === first - 1) return { place: "above", distance: upTo(first - at) };
  if (row[0] === end + 1) return { place: "below", distance: upTo(at - end) };
  if (at > first && at < last) return { place: "inside", distance: "" };
  return { place: "far", distance: at < first ? "before" : "behind" };
}

function upTo(distance: number): string {
  return distance < 4 ? String(distance) : "more";
}

/** Alone, or on which side of the other titles in words of their own. */
function rowOf(title: Title, row: readonly Title[]): string {
  const own = row.filter((other) => other !== title && !other.pulled);
  if (own.length === 0) return row.length > 1 ? "with pulled" : "alone";
  if (own.every((other) => other.at > title.at)) return "top";
  return own.every((other) => other.at < title.at) ? "bottom" : "middle";
}

// 人物, 短评: the name of a column is this short, a headline hardly ever.
const LONGEST_LABEL = 3;

function isLabel({ block }: Title): boolean {
  return block.lines.reduce((sum, line) => sum + line.width, 0) <= LONGEST_LABEL;
}

const CONTENTS = [0.02, 0.08, 0.15, 0.25, 0.35, 0.5, 0.65, 0.8];
const GAINS = [-0.4, -0.2, -0.1, -0.03, 0.03, 0.1, 0.2, 0.4, 0.6];
