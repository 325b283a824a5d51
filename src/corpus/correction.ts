import { extname } from "node:path";

/** How an editor cut a page. It lies beside the page and wins over the program's cut. */
export interface Correction {
  /** Path below the corpus folder, with `/`. */
  readonly file: string;
  /** Of the page that it was written for; what is left out is not checked. */
  readonly madeFor: PageMark;
  readonly articles: readonly CorrectedArticle[];
  /** What belongs to no article. */
  readonly elsewhere: readonly CorrectedLines[];
}

/** The cut that a correction gives. */
export type CorrectionDraft = Pick<Correction, "articles" | "elsewhere">;

/** What tells whether a page is still the one that a correction was written for. */
export interface PageMark {
  /** Line of the correction that counts the page's lines, or its first. */
  readonly at: number;
  /** Name of its file. */
  readonly page?: string | undefined;
  /** How many lines it had. */
  readonly lines?: number | undefined;
  /** Of its text, as `digestOf` takes it. */
  readonly sha256?: string | undefined;
}

/** An article as an editor cut it. Words that are left out are those of the lines with that role. */
export interface CorrectedArticle {
  /** Line of the correction that it starts on. */
  readonly at: number;
  readonly headline?: string | undefined;
  readonly subheadline?: string | undefined;
  readonly byline?: string | undefined;
  /** First characters of its first body line; looked at when the page has changed. */
  readonly begins?: string | undefined;
  /** All its lines in reading order. */
  readonly order: readonly CorrectedLines[];
}

/** Lines of a page that have one role; blank ones among them count for nothing. */
export interface CorrectedLines {
  /** Line of the correction that says so. */
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly role: ArticleRole | OtherRole;
  /** They go on with the paragraph, subhead or caption above instead of starting one. */
  readonly goesOn: boolean;
}

/** Roles of lines that belong to an article. */
export const ARTICLE_ROLES = [
  "headline",
  "subheadline",
  "byline",
  "subhead",
  "body",
  "caption",
] as const;

/** Roles of lines that belong to none. */
export const OTHER_ROLES = ["section", "masthead", "noise"] as const;

/** Roles whose lines come in pieces: paragraphs, subheads, captions. */
export const JOINED_ROLES: ReadonlySet<string> = new Set<ArticleRole>(["body", "subhead", "caption"]);

export type ArticleRole = (typeof ARTICLE_ROLES)[number];
export type OtherRole = (typeof OTHER_ROLES)[number];

const ENDING = ".articles.yaml";

/** Where the correction of a page lies: `a/004.txt` has `a/004.articles.yaml`. */
export function correctionOf(page: string): string {
  return page.slice(0, page.length - extname(page).length) + ENDING;
}

/** The file is a correction by its name. */
export function isCorrection(file: string): boolean {
  return file.toLowerCase().endsWith(ENDING);
}
