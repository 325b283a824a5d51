import type { LineRole } from "../../../src/articles/lines/line-role.ts";

/** How hard a page is to cut. */
export type Level = "easy" | "medium" | "hard";

/** All levels, the easiest first. */
export const LEVELS = ["easy", "medium", "hard"] as const satisfies readonly Level[];

/** A made page and the truth about it. */
export interface SamplePage {
  readonly name: string;
  readonly text: string;
  /** One label for each line of the text. */
  readonly lines: readonly SampleLine[];
  readonly articles: readonly GoldArticle[];
}

/** A line as it was printed, and what it is. */
export interface SampleLine {
  readonly text: string;
  readonly role: LineRole;
  /** Place in the list of articles; absent where the line belongs to none. */
  readonly article?: number;
  /** Which element of its article it is of, in reading order; the headline's is 0. */
  readonly order?: number;
}

/** Lines that stand together, without a blank line among them. */
export type Run = readonly SampleLine[];

/** What a right cut gives for an article. */
export interface GoldArticle {
  readonly id: string;
  readonly headline: string;
  /** Any of these is right: with and without subheads, and with what may count as text. */
  readonly texts: readonly string[];
}
