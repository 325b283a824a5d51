import type { LineRole } from "./lines/line-role.ts";
import {
  JOINED_ROLES,
  type CorrectedArticle,
  type CorrectedLines,
  type CorrectionDraft,
} from "../corpus/correction.ts";
import { isBlank, type Page } from "../corpus/page.ts";
import { applyCorrection } from "./apply-correction.ts";
import { joinWraps } from "./texts/article-text.ts";
import type { Article } from "./article.ts";
import { printedLineOf } from "./lines/printed-line.ts";
import type { Segmentation } from "./segmentation.ts";

/** A cut as a correction that, applied to the page, gives the same cut again. */
export function draftCorrection(page: Page, { articles, lines }: Segmentation): CorrectionDraft {
  const texts = new Map(page.lines.map((line) => [line.n, printedLineOf(line).text]));
  const labelled = lines.filter(({ role }) => role !== "blank");
  const blank = new Set(page.lines.filter(isBlank).map(({ n }) => n));
  const outside = labelled.filter(({ article }) => article === undefined);
  return {
    articles: articles.map((article) => {
      const own = labelled.filter((label) => label.article === article.id);
      const order = readingOrder({ article, labels: own, texts });
      return wordsOf(page, article, entriesOf(order, blank));
    }),
    elsewhere: entriesOf(
      outside.map(({ n, role }) => ({ n, role, starts: false })),
      blank,
    ).map((entry) => ({ ...entry, goesOn: false })),
  };
}

interface ReadLine {
  readonly n: number;
  readonly role: LineRole;
  readonly starts: boolean;
}

interface ArticleLines {
  readonly article: Article;
  readonly labels: readonly { readonly n: number; readonly role: LineRole }[];
  readonly texts: ReadonlyMap<number, string>;
}

/** Head, text, byline, captions; the text as it runs, whatever the order of its lines on the page. */
function readingOrder({ article, labels, texts }: ArticleLines): readonly ReadLine[] {
  const roles = new Map(labels.map(({ n, role }) => [n, role]));
  const having = (role: LineRole): readonly ReadLine[] =>
    labels.filter((label) => label.role === role).map(({ n }) => ({ n, role, starts: false }));
  const text = article.lineSpans.map(({ line: n, start }) => ({
    n,
    role: roles.get(n) ?? "body",
    starts: start === 0 || article.text[start - 1] === "\n",
  }));
  const captions = startsOfCaptions(having("caption"), article.captions, texts);
  const read = [
    ...[...having("headline"), ...having("subheadline"), ...text],
    // Lines of the text that gave nothing to it.
    ...[...having("body"), ...having("subhead"), ...having("byline"), ...captions],
  ];
  const seen = new Set<number>();
  return read.filter(({ n }) => !seen.has(n) && seen.add(n));
}

/** Captions stand in the order of the page: lines are taken for one until they say what it says. */
function startsOfCaptions(
  lines: readonly ReadLine[],
  captions: readonly string[],
  texts: ReadonlyMap<number, string>,
): readonly ReadLine[] {
  const [...wanted] = captions;
  let taken: string[] = [];
  return lines.map((line) => {
    const starts = taken.length === 0;
    taken.push(texts.get(line.n) ?? "");
    if (joinWraps(taken) === wanted[0]) {
      wanted.shift();
      taken = [];
    }
    return { ...line, starts };
  });
}

/** Lines of one role that follow each other on the page, but for blank lines, are one entry. */
function entriesOf(
  lines: readonly ReadLine[],
  blank: ReadonlySet<number>,
): readonly CorrectedLines[] {
  const entries: { -readonly [K in keyof CorrectedLines]: CorrectedLines[K] }[] = [];
  for (const { n, role, starts } of lines) {
    if (role === "blank") continue;
    const entry = entries.at(-1);
    if (entry?.role === role && !starts && isNext(entry.last, n, blank)) entry.last = n;
    else
      entries.push({ at: 0, first: n, last: n, role, goesOn: !starts && JOINED_ROLES.has(role) });
  }
  return entries;
}

function isNext(last: number, n: number, blank: ReadonlySet<number>): boolean {
  let next = last + 1;
  while (next < n && blank.has(next)) next += 1;
  return next === n;
}

/** The headline is always spelt out, other words only where the lines do not give them. */
function wordsOf(
  page: Page,
  { headline, subheadline, byline }: Article,
  order: readonly CorrectedLines[],
): CorrectedArticle {
  const bare: CorrectedArticle = { at: 0, headline, order };
  const [given] = applyCorrection(page, { articles: [bare], elsewhere: [] }).articles;
  return {
    ...bare,
    ...(given?.subheadline === subheadline ? {} : { subheadline: subheadline ?? "" }),
    ...(given?.byline === byline ? {} : { byline: byline ?? "" }),
  };
}
