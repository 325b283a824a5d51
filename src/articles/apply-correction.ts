import type { CorrectedArticle, CorrectedLines, CorrectionDraft } from "../corpus/correction.ts";
import type { Line, Page } from "../corpus/page.ts";
import { articleIds } from "./texts/article-id.ts";
import { joinWraps, type TextPiece } from "./texts/article-text.ts";
import { setArticle, type SettableParts } from "./texts/set-article.ts";
import { bylineStart } from "./lines/bylines.ts";
import { printedLineOf, type PrintedLine } from "./lines/printed-line.ts";
import type { LineLabel, Segmentation } from "./segmentation.ts";

/** Cuts a page as its editor did. The correction must fit the page (`misfitOf`). */
export function applyCorrection(page: Page, correction: CorrectionDraft): Segmentation {
  const parts = correction.articles.map((article) => partsOf(article, page.lines));
  const bodies = parts.map(({ pieces }) => pieces.filter(({ role }) => role === "body"));
  const ids = articleIds(
    page.file,
    bodies.map((body) => body.map(({ text }) => text).join("")),
  );
  const articles = parts.map((part, i) => setArticle(page, part, ids[i] ?? ""));
  const labels = new Map<number, LineLabel>();
  correction.articles.forEach(({ order }, i) => {
    for (const { n, role } of setLines(order, page.lines)) {
      labels.set(n, { n, role, article: ids[i] ?? "" });
    }
  });
  for (const { n, role } of setLines(correction.elsewhere, page.lines)) labels.set(n, { n, role });
  return { articles, lines: page.lines.map(({ n }) => labels.get(n) ?? { n, role: "blank" }) };
}

/** A printed line with what its entry says of it. */
interface SetLine extends PrintedLine {
  readonly role: CorrectedLines["role"];
  /** It begins a paragraph, a subhead or a caption. */
  readonly starts: boolean;
}

function setLines(entries: readonly CorrectedLines[], lines: readonly Line[]): readonly SetLine[] {
  return entries.flatMap(({ first, last, role, goesOn }) => {
    const printed = lines.slice(first - 1, last).map(printedLineOf);
    const set = printed.filter(({ text }) => text !== "");
    return set.map((line, i) => ({ ...line, role, starts: i === 0 && !goesOn }));
  });
}

interface Parts extends SettableParts {
  readonly pieces: readonly (TextPiece & Pick<SetLine, "role">)[];
}

function partsOf(article: CorrectedArticle, page: readonly Line[]): Parts {
  const lines = setLines(article.order, page);
  const having = (role: SetLine["role"]): readonly SetLine[] =>
    lines.filter((line) => line.role === role);
  const words = (role: SetLine["role"]): readonly string[] => having(role).map(({ text }) => text);
  const signed = having("body").map(({ text }) => text.slice(bylineStart(text) ?? text.length));
  return {
    headline: oneLine(article.headline) ?? joinWraps(words("headline")),
    subheadline: oneLine(article.subheadline) ?? joinWraps(words("subheadline")),
    byline:
      oneLine(article.byline) ??
      [...words("byline"), ...signed].filter((text) => text !== "").join(" "),
    captions: grouped(having("caption")).map(joinWraps),
    pieces: lines.flatMap((line) => pieceOf(line)),
  };
}

function oneLine(text: string | undefined): string | undefined {
  return text?.trim().replace(/\s*[\r\n]\s*/gu, " ");
}

function grouped(lines: readonly SetLine[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const { text, starts } of lines) {
    const group = groups.at(-1);
    if (starts || group === undefined) groups.push([text]);
    else group.push(text);
  }
  return groups;
}

function pieceOf({ n: line, text, role, starts }: SetLine): Parts["pieces"] {
  if (role === "subhead") return [{ line, text, role, starts }];
  if (role !== "body") return [];
  // The reporter's name behind the last sentence is no part of the text.
  return [{ line, text: text.slice(0, bylineStart(text)).trimEnd(), role, starts }];
}
