import { linkFeatures, type PageHabits, type Share } from "./link-features.ts";
import { logProbabilities, scoreOf, type Weights } from "../learned/log-linear.ts";
import { extendDraft, startDraft, type StoryDraft } from "./story-draft.ts";
import type { Stretches } from "./stretches.ts";

/** One way to join the stretches of a page into stories. */
export interface Joining {
  /** For each stretch the first stretch of its story. */
  readonly homes: readonly number[];
  /** Natural logarithm of its probability. */
  readonly score: number;
}

/**
 * The likeliest ways to join the stretches of a page into stories, best first, by a beam search from top
 * to bottom: each stretch goes on with one of the latest stories or opens one.
 */
export function joinStretches(page: Stretches, weights: Weights): readonly Joining[] {
  const habits = habitsOf(page);
  let beam: readonly Path[] = [{ score: 0, drafts: [], home: -1, before: undefined }];
  page.stretches.forEach((_, part) => {
    const known = new Map<string, readonly number[]>();
    const longer = beam.flatMap((path) => stepsFrom(path, { page, part, habits, weights, known }));
    beam = likeliest(longer);
  });
  const ended = beam.map((path) => ({ ...path, score: path.score + lossOf(path.drafts) }));
  return likeliest(ended).map((path) => ({ homes: homesOf(path), score: path.score }));
}

function likeliest(paths: readonly Path[]): readonly Path[] {
  const sorted = paths.toSorted((a, b) => b.score - a.score).slice(0, BEAM);
  const least = (sorted[0]?.score ?? 0) - MARGIN;
  return sorted.filter(({ score }) => score >= least);
}

const BEAM = 24;
const MARGIN = 8;

// A story that breaks off in mid-sentence has lost its end.
const LOST_END = -4.5;

function lossOf(drafts: readonly StoryDraft[]): number {
  return drafts.filter(({ last }) => last.end === "open").length * LOST_END;
}

interface Path {
  readonly score: number;
  /** Stories that may still go on, the latest first. */
  readonly drafts: readonly StoryDraft[];
  /** The story of its last stretch. */
  readonly home: number;
  readonly before: Path | undefined;
}

interface Step {
  readonly page: Stretches;
  readonly part: number;
  readonly habits: PageHabits;
  readonly weights: Weights;
  /** Many paths differ only in what is long past: what was found out for one holds for the others. */
  readonly known: Map<string, readonly number[]>;
}

function stepsFrom(path: Path, step: Step): readonly Path[] {
  const { page, part, known } = step;
  const key = path.drafts.map(({ recent }) => recent.join()).join(" ");
  const logs = known.get(key) ?? chancesOf(path.drafts, step);
  known.set(key, logs);
  return logs.map((score, choice) => {
    const drafts = draftsAfter(page, part, { drafts: path.drafts, choice });
    const home = drafts[0]?.first ?? part;
    const lost = lossOf(path.drafts.filter(({ first }) => drafts.every((d) => d.first !== first)));
    return { score: path.score + score + lost, drafts, home, before: path };
  });
}

/** For each draft the logarithm of the chance that it goes on, and last of a story opening. */
function chancesOf(drafts: readonly StoryDraft[], step: Step): readonly number[] {
  const choices = linkFeatures({ ...step, drafts });
  return logProbabilities(choices.map((features) => scoreOf(features, step.weights)));
}

/** The stories that may go on after a choice: a place in `drafts`, or their number for a new story. */
export function draftsAfter(
  page: Stretches,
  part: number,
  { drafts, choice }: { readonly drafts: readonly StoryDraft[]; readonly choice: number },
): readonly StoryDraft[] {
  const stretch = page.stretches[part];
  if (stretch === undefined) return drafts;
  const chosen = drafts[choice];
  const below = (page.gaps[part]?.titles.length ?? 0) > 0 ? "title" : "text";
  const longer =
    chosen === undefined
      ? startDraft(part, stretch)
      : extendDraft(chosen, part, { stretch, below });
  return [longer, ...drafts.filter((draft) => draft !== chosen)].slice(0, OPEN_STORIES);
}

// A story that four others have interrupted is not found again by its words.
const OPEN_STORIES = 5;

function homesOf(path: Path): readonly number[] {
  const homes: number[] = [];
  for (let step: Path | undefined = path; step !== undefined; step = step.before) {
    if (step.before !== undefined) homes.push(step.home);
  }
  return homes.reverse();
}

/** What the stories of a page usually have. */
export function habitsOf({ stretches, gaps }: Stretches): PageHabits {
  const leads = stretches.filter(({ start }) => start === "lead").length;
  const signed = stretches.filter(({ end }) => end === "signed").length;
  const heads = gaps.filter(({ titles }) => titles.some((title) => !title.pulled)).length;
  const stories = Math.max(leads, signed, heads, 1);
  const tight = stretches.filter((stretch) => stretch.tight).length;
  return {
    leads: shareOf(leads / stories, MOST),
    signatures: shareOf(signed / stories, MOST),
    tight: shareOf(tight / Math.max(stretches.length, 1), TIGHT),
  };
}

function shareOf(share: number, most: number): Share {
  if (share === 0) return "none";
  return share < most ? "some" : "most";
}

const MOST = 0.7;
// On made pages set tight all over more than half of the stretches are so; a tight story or two on a
// development page are less than three in ten.
const TIGHT = 0.3;
