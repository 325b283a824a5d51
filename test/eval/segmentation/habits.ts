import type { Level } from "./sample-page.ts";

/** How often a newspaper does what makes its pages hard to cut, in percent. */
export interface Habits {
  /** The headline stands below its article. */
  readonly headlineBelow: number;
  /** The headline stands with others at the end of the page, or at its top. */
  readonly headlineFar: number;
  /** A headline is broken where its words end, not where its parts do. */
  readonly headlineBroken: number;
  /** A kicker or deck is printed at all, and in a run of its own. */
  readonly kicker: number;
  readonly deck: number;
  readonly deckApart: number;
  /** An article is set in several columns, and these differ in width. */
  readonly columns: number;
  readonly widths: number;
  /** A subhead has left its place, and is even out of its article. */
  readonly subheadFloats: number;
  readonly subheadFar: number;
  readonly caption: number;
  readonly captionFar: number;
  /** A caption cuts through the lines of a column. */
  readonly captionInside: number;
  /** The byline stands elsewhere than at the end. */
  readonly bylineMoved: number;
  readonly leadMissing: number;
  /** Another article's column stands in the middle. */
  readonly interrupted: number;
  /** Paragraphs follow without a blank line; for the whole page. */
  readonly tight: number;
  readonly masthead: number;
  readonly section: number;
  readonly stray: number;
}

/** What each level does. The two real pages of the corpus lie between medium and hard. */
export const HABITS: Readonly<Record<Level, Habits>> = {
  easy: {
    headlineBelow: 0,
    headlineFar: 0,
    headlineBroken: 0,
    kicker: 0,
    deck: 30,
    deckApart: 100,
    columns: 0,
    widths: 0,
    subheadFloats: 0,
    subheadFar: 0,
    caption: 0,
    captionFar: 0,
    captionInside: 0,
    bylineMoved: 0,
    leadMissing: 0,
    interrupted: 0,
    tight: 0,
    masthead: 20,
    section: 0,
    stray: 0,
  },
  medium: {
    headlineBelow: 30,
    headlineFar: 0,
    headlineBroken: 25,
    kicker: 60,
    deck: 80,
    deckApart: 60,
    columns: 60,
    widths: 30,
    subheadFloats: 50,
    subheadFar: 0,
    caption: 80,
    captionFar: 0,
    captionInside: 0,
    bylineMoved: 40,
    leadMissing: 0,
    interrupted: 0,
    tight: 0,
    masthead: 60,
    section: 8,
    stray: 4,
  },
  hard: {
    headlineBelow: 25,
    headlineFar: 30,
    headlineBroken: 35,
    kicker: 80,
    deck: 90,
    deckApart: 70,
    columns: 80,
    widths: 50,
    subheadFloats: 75,
    subheadFar: 15,
    caption: 90,
    captionFar: 40,
    captionInside: 30,
    bylineMoved: 45,
    leadMissing: 15,
    interrupted: 30,
    tight: 15,
    masthead: 60,
    section: 15,
    stray: 15,
  },
};
