import { Document, Scalar, isScalar, type Node } from "yaml";
import { MANUAL } from "./correction-manual.ts";
import type { CorrectedArticle, CorrectedLines, CorrectionDraft } from "./correction.ts";
import { firstBodyLine } from "./misfit.ts";
import { digestOf, isBlank, type Page } from "./page.ts";

/** A correction as the text of its file, with the page's words beside each entry. */
export function writeCorrection(page: Page, { articles, elsewhere }: CorrectionDraft): string {
  const document = new Document<Node>(
    {
      page: nameOf(page),
      lines: String(page.lines.length),
      sha256: digestOf(page.lines),
      articles: articles.map((article) => articleRecord(article, page)),
      elsewhere: elsewhere.map(entryText),
    },
    { schema: "failsafe" },
  );
  document.commentBefore = MANUAL;
  comment(document, ["sha256"], "of the page's text: a page that changes is noticed");
  articles.forEach(({ order }, i) => {
    quoteEmpty(document.getIn(["articles", i, "headline"], true));
    if (i > 0) setApart(document.getIn(["articles", i], true));
    order.forEach((entry, at) => {
      comment(document, ["articles", i, "order", at], wordsOf(entry, page));
    });
  });
  elsewhere.forEach((entry, at) => {
    comment(document, ["elsewhere", at], wordsOf(entry, page));
  });
  return document.toString({ lineWidth: 0 });
}

function nameOf({ file }: Page): string {
  return file.split("/").at(-1) ?? file;
}

// So many characters tell one beginning from another and can be taken in at a glance.
const BEGINNING = 16;

function articleRecord(article: CorrectedArticle, page: Page): Record<string, unknown> {
  const { headline, subheadline, byline, order } = article;
  const first = firstBodyLine(order, page.lines);
  return {
    headline: headline ?? "",
    ...(subheadline === undefined ? {} : { subheadline }),
    ...(byline === undefined ? {} : { byline }),
    begins: beginningOf(first?.text ?? "", BEGINNING),
    order: order.map(entryText),
  };
}

function entryText({ first, last, role, goesOn }: CorrectedLines): string {
  return `${first === last ? first : `${first}-${last}`} ${role}${goesOn ? "+" : ""}`;
}

function comment(document: Document, path: readonly (string | number)[], text: string): void {
  const node = document.getIn(path, true);
  if (isScalar(node) && text !== "") node.comment = ` ${text}`;
}

function quoteEmpty(node: unknown): void {
  if (isScalar(node) && node.value === "") node.type = Scalar.QUOTE_DOUBLE;
}

function setApart(node: unknown): void {
  (node as Node).spaceBefore = true;
}

function wordsOf({ first, last }: CorrectedLines, page: Page): string {
  const printed = page.lines.slice(first - 1, last).find((line) => !isBlank(line));
  return beginningOf(printed?.text ?? "", BEGINNING);
}

/** The first characters, without what cannot stand in a comment. */
function beginningOf(text: string, length: number): string {
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return Array.from(plain).slice(0, length).join("").trimEnd();
}
