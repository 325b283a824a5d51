import type { SamplePage } from "./sample-page.ts";
import { scorePage, type CutArticle } from "./score-page.ts";

/** How well a system cuts pages; all but the time are shares of 1. */
export interface Figures {
  /** Articles with a text of F1 .9 and the right headline. */
  readonly joint: number;
  /** F1 of articles, an article being found when its text has a character F1 of .9, or .99. */
  readonly f1At90: number;
  readonly f1At99: number;
  readonly msPerPage: number;
}

/** Whatever cuts a page into articles. */
export type Cut = (page: SamplePage) => readonly CutArticle[];

/** An article is found when its text is this good. */
export const FOUND = 0.9;

/** An article is whole when its text is this good: no line is missing and none is another's. */
export const WHOLE = 0.99;

/** Cuts the pages and counts articles over all of them. */
export function measure(pages: readonly SamplePage[], cut: Cut): Figures {
  const startedAt = performance.now();
  const cuts = pages.map(cut);
  const msPerPage = (performance.now() - startedAt) / pages.length;
  const findings = pages.flatMap((page, at) => scorePage(page.articles, cuts[at] ?? []));
  const articles = findings.length + cuts.reduce((sum, found) => sum + found.length, 0);
  const f1At = (least: number): number =>
    (2 * findings.filter(({ f1 }) => f1 >= least).length) / articles;
  const right = findings.filter(({ f1, headlineRight }) => f1 >= FOUND && headlineRight);
  return {
    joint: right.length / findings.length,
    f1At90: f1At(FOUND),
    f1At99: f1At(WHOLE),
    msPerPage,
  };
}
