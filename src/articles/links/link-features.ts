import type { Pairs } from "../lines/pairs.ts";
import { openingOf } from "./discourse.ts";
import { bracketsAcross, breaksWord } from "../lines/edges.ts";
import { level } from "../learned/levels.ts";
import type { Features } from "../learned/log-linear.ts";
import type { StoryDraft } from "./story-draft.ts";
import type { Stretch } from "./stretch.ts";
import type { Gap, Stretches } from "./stretches.ts";
import type { Title } from "./titles.ts";

/** A piece of running text, and the stories above that it may go on with; the latest comes first. */
export interface Choice {
  readonly page: Stretches;
  /** Its place in the page's list of stretches. */
  readonly part: number;
  readonly drafts: readonly StoryDraft[];
  readonly habits: PageHabits;
}

/** What the stories of this page usually have, each as none, some or most of them. */
export interface PageHabits {
  readonly leads: Share;
  readonly signatures: Share;
  /** Stretches with no blank line between their paragraphs. */
  readonly tight: Share;
}

export type Share = "none" | "some" | "most";

/** The features of going on with each of the drafts, in their order, and last of opening a story. */
export function linkFeatures(choice: Choice): readonly Features[] {
  const above = choice.drafts.find((draft) => isNext(choice, draft));
  const scene = sceneOf(choice, above);
  const kinships = choice.drafts.map((draft) => choice.page.kinship([choice.part], draft.recent));
  const going = choice.drafts.map((draft, index) =>
    goingOn(scene, draft, { kinship: kinships[index] ?? 0, best: bestOther(kinships, index) }),
  );
  return [...going, opening(scene)];
}

function isNext({ part }: Choice, draft: StoryDraft): boolean {
  return draft.recent.at(-1) === part - 1;
}

const NONE: Pairs = new Set();

function bestOther(kinships: readonly number[], index: number): number | undefined {
  const others = kinships.filter((_, other) => other !== index);
  return others.length === 0 ? undefined : Math.max(...others);
}

/** Everything about the place that does not depend on which draft is chosen. */
interface Scene {
  readonly choice: Choice;
  readonly stretch: Stretch;
  readonly gap: Gap;
  readonly above: StoryDraft | undefined;
  readonly titles: TitleKind;
  readonly aboveEnd: string;
  readonly opening: string;
}

const NO_STRETCH: Stretch = {
  ...{ at: 0, text: "", pairs: NONE, column: 0 },
  ...{ start: "unclear", end: "open", tight: false },
};
const NO_GAP: Gap = { titles: [], heralds: [], signs: [] };

function sceneOf(choice: Choice, above: StoryDraft | undefined): Scene {
  const stretch = choice.page.stretches[choice.part] ?? NO_STRETCH;
  const gap = choice.page.gaps[choice.part] ?? NO_GAP;
  return {
    ...{ choice, stretch, gap, above },
    titles: titleKind(gap.titles),
    aboveEnd: above === undefined ? "other" : endOf(above),
    opening: openingOf(stretch.text),
  };
}

/** What stands in the gap: nothing, quotations of the text only, short titles only, or a headline too. */
type TitleKind = "none" | "pulled" | "short" | "own";

function titleKind(titles: readonly Title[]): TitleKind {
  if (titles.length === 0) return "none";
  const own = titles.filter((title) => !title.pulled);
  if (own.length === 0) return "pulled";
  return own.every(isShort) ? "short" : "own";
}

// Characters on the single line of a subhead; read off made and development pages.
const LONGEST_SUBHEAD = 8;

function isShort({ block }: Title): boolean {
  return block.lines.length === 1 && (block.lines[0]?.width ?? 0) <= LONGEST_SUBHEAD;
}

/** A byline behind the first paragraph often belongs there; behind a later one it ends the story. */
function endOf({ last, paragraphs }: StoryDraft): string {
  if (last.end !== "signed") return last.end;
  return paragraphs > 1 ? "signed" : "signed early";
}

interface Kin {
  readonly kinship: number;
  readonly best: number | undefined;
}

function goingOn(scene: Scene, draft: StoryDraft, kin: Kin): Features {
  const next = draft === scene.above ? "next" : "resume";
  const end = endOf(draft);
  const { stretch } = scene;
  const features = new Map<string, number>();
  const has = (...words: readonly string[]): void => {
    features.set([next, ...words].join(" "), 1);
  };
  has();
  has(end);
  has(end, "to", stretch.start);
  has(end, "column", columnChange(draft.last, stretch));
  has("kinship", level(kin.kinship, KINSHIPS), lengthOf(stretch.text));
  const setting = [draft.setting, "to", stretch.tight ? "tight" : "single"];
  has("setting", ...setting, "on a page with", scene.choice.habits.tight);
  if (kin.best !== undefined)
    has("kinship against others", level(kin.kinship - kin.best, KIN_GAINS));
  has("opening", scene.opening, end === "open" ? "inside" : "after");
  if (end === "open") {
    has("brackets", bracketsAcross(draft.last.text, stretch.text));
    has(breaksWord(draft.last.text, stretch.text) ? "breaks word" : "breaks between words");
  }
  if (next === "next") besideTitles(scene, draft, has);
  else acrossStories(scene, draft, has);
  return features;
}

type Has = (...words: readonly string[]) => void;

function besideTitles(scene: Scene, draft: StoryDraft, has: Has): void {
  const { titles, gap } = scene;
  const end = endOf(draft);
  has("titles", titles);
  has("titles", titles, end);
  has("titles", titles, draft.divided ? "divided" : "undivided");
  if (gap.heralds.length > 0) has("herald");
  if (titles === "none") return;
  has("titles", titles, "count", level(gap.titles.length, [1.5, 2.5]));
  has("titles", titles, "leads", scene.choice.habits.leads);
  const { quoted, fit } = titleFit(scene, draft);
  has("titles", titles, "quote", quoted);
  if (titles !== "pulled") has("titles fit", level(fit, GAINS));
}

/** Whether the titles quote what is below or above, and how much more they share with what is below. */
function titleFit(
  { choice, gap }: Scene,
  draft: StoryDraft,
): { readonly quoted: string; readonly fit: number } {
  const { stretches, likeness } = choice.page;
  const ahead = stretches.slice(choice.part, choice.part + AHEAD);
  const behind = draft.recent.flatMap((at) => stretches[at] ?? []);
  const within = (texts: readonly Stretch[]): boolean =>
    gap.titles.some(({ block }) =>
      block.lines.every((line) => texts.some(({ text }) => text.includes(line.text))),
    );
  const share = (title: Title, texts: readonly Stretch[]): number =>
    likeness(title.pairs, { has: (pair) => texts.some(({ pairs }) => pairs.has(pair)) });
  const own = gap.titles.filter((title) => !title.pulled);
  const fits = own.map((title) => share(title, ahead) - share(title, behind));
  const quoted = within(ahead) ? "below" : within(behind) ? "above" : "nothing";
  return { quoted, fit: fits.length === 0 ? 0 : Math.max(...fits) };
}

// A headline sums up the first columns of its story.
const AHEAD = 4;

function acrossStories(scene: Scene, draft: StoryDraft, has: Has): void {
  const { choice, stretch, titles, aboveEnd } = scene;
  const between = choice.drafts.indexOf(draft);
  has("past stories", level(between, [1.5, 2.5, 3.5]));
  has("titles", titles === "none" || titles === "pulled" ? titles : "own");
  has("above", aboveEnd, "to", stretch.start);
  has("this", endOf(draft), "above", aboveEnd);
}

function opening(scene: Scene): Features {
  const { choice, stretch, gap, above, titles, aboveEnd, opening: words } = scene;
  const features = new Map<string, number>();
  const has: Has = (...parts) => {
    features.set(["open", ...parts].join(" "), 1);
  };
  has();
  has(stretch.start);
  has("below", aboveEnd);
  has(stretch.start, "below", aboveEnd);
  has("titles", titles, stretch.start);
  has("words", words);
  has("words", words, titles === "none" ? "bare" : "headed");
  has("leads", choice.habits.leads, titles);
  has("signatures", choice.habits.signatures, "below", aboveEnd);
  if (gap.heralds.length > 0) has("herald");
  if (above === undefined) has("page");
  if (choice.drafts.some((draft) => draft !== above && draft.last.end === "open")) has("waiting");
  return features;
}

function columnChange(above: Stretch, below: Stretch): string {
  const change = Math.abs(above.column - below.column);
  if (change <= SAME_COLUMN) return "same";
  return change <= OTHER_COLUMN ? "near" : "other";
}

// Loose setting makes a column half a character or one and a half wider.
const SAME_COLUMN = 0.5;
const OTHER_COLUMN = 1.5;

// Bounds of the levels that kinship is told by. On made pages half of the stretches that go on with a story
// have more than .055, of other stretches one in fifty; one in five of these has less than .026.
const KINSHIPS = [0.003, 0.008, 0.015, 0.026, 0.04, 0.055, 0.075, 0.1, 0.14];
const KIN_GAINS = [-0.05, -0.03, -0.015, -0.005, 0.005, 0.015, 0.03, 0.06];
const GAINS = [-0.2, -0.1, -0.04, -0.01, 0.01, 0.04, 0.1, 0.2, 0.4];

function lengthOf(text: string): string {
  if (text.length < 30) return "short";
  return text.length < 90 ? "middling" : "long";
}
