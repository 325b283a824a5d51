import type { Pairs } from "./likeness.ts";
import type { Stretch } from "./stretch.ts";

/** A story while it is put together; its numbers are places in the page's list of blocks. */
export interface StoryDraft {
  /** Running text in reading order. */
  readonly prose: number[];
  readonly bylines: number[];
  /** What its words are so far. */
  readonly pairs: Set<string>;
  /** The last running text that it got. */
  end: Stretch;
  /** A byline stands behind its last running text. */
  signed: boolean;
  paragraphs: number;
  /** It went on below a title. */
  divided: boolean;
}

/** Running text on its way to a story. */
export interface Arrival {
  readonly at: number;
  readonly stretch: Stretch;
  readonly pairs: Pairs;
}

/** A story of one block, to be extended. */
export function startDraft(arrival: Arrival): StoryDraft {
  const draft: StoryDraft = {
    prose: [],
    bylines: [],
    pairs: new Set(),
    end: arrival.stretch,
    signed: false,
    paragraphs: 0,
    divided: false,
  };
  extendDraft(draft, arrival);
  return draft;
}

/** Adds running text to the end of a story. */
export function extendDraft(draft: StoryDraft, arrival: Arrival): void {
  draft.prose.push(arrival.at);
  for (const pair of arrival.pairs) draft.pairs.add(pair);
  draft.end = arrival.stretch;
  draft.signed = arrival.stretch.signed;
  if (!arrival.stretch.open) draft.paragraphs += 1;
}

/** Adds a byline that stands behind what the story has so far. */
export function signDraft(draft: StoryDraft, at: number): void {
  draft.bylines.push(at);
  draft.signed = true;
}

/** The last sentence of the story is still missing its end. */
export function isOpen(draft: StoryDraft): boolean {
  return draft.end.open && !draft.signed;
}

/** A byline behind the first paragraph belongs there; behind a later one it ends the story. */
export function isOver(draft: StoryDraft): boolean {
  return draft.signed && draft.paragraphs > 1;
}
