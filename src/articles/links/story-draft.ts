import { areParted, type Stretch } from "./stretch.ts";

/** A story while it is put together. It never changes: a longer one is another draft. */
export interface StoryDraft {
  /** Where it opens, as a place in the page's list of stretches: two drafts of one story share it. */
  readonly first: number;
  /** Its lead and its latest stretches in reading order: what the next one is compared with. */
  readonly recent: readonly number[];
  readonly last: Stretch;
  /** Its paragraphs so far; column breaks end none. */
  readonly paragraphs: number;
  /** It has gone on below a title. */
  readonly divided: boolean;
  /** How its paragraphs are set, as far as they show it. */
  readonly setting: Setting;
}

/** Paragraphs with no blank line between them, or with one, or nothing that would tell. */
export type Setting = "tight" | "loose" | "unknown";

/** A story that opens with a stretch. */
export function startDraft(part: number, stretch: Stretch): StoryDraft {
  return {
    first: part,
    recent: [part],
    last: stretch,
    paragraphs: paragraphsIn(stretch),
    divided: false,
    setting: stretch.tight ? "tight" : "unknown",
  };
}

/** A story that goes on with a stretch; `below` a title or not. */
export function extendDraft(
  draft: StoryDraft,
  part: number,
  { stretch, below }: { readonly stretch: Stretch; readonly below: "title" | "text" },
): StoryDraft {
  const recent = [...draft.recent, part];
  return {
    first: draft.first,
    recent: recent.length > REMEMBERED ? [draft.first, ...recent.slice(2)] : recent,
    last: stretch,
    paragraphs: draft.paragraphs + paragraphsIn(stretch),
    divided: draft.divided || below === "title",
    setting: settingOf(draft, stretch, below),
  };
}

// A story of a dozen columns is still about what its lead is about; the bound keeps long pages linear.
const REMEMBERED = 12;

function paragraphsIn(stretch: Stretch): number {
  return stretch.end === "open" ? 0 : 1;
}

function settingOf(draft: StoryDraft, stretch: Stretch, below: "title" | "text"): Setting {
  if (stretch.tight) return "tight";
  return below === "text" && areParted(draft.last, stretch) ? "loose" : draft.setting;
}
