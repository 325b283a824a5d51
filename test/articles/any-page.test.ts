import type { LineRole } from "../../src/articles/lines/line-role.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPage } from "../../src/corpus/read-page.ts";
import type { Page } from "../../src/corpus/page.ts";
import { printedLineOf } from "../../src/articles/lines/printed-line.ts";
import { segmentPage } from "../../src/articles/segment-page.ts";
import type { LineLabel, Segmentation } from "../../src/articles/segmentation.ts";
import { generatePage } from "../eval/segmentation/generate-page.ts";
import { LEVELS } from "../eval/segmentation/sample-page.ts";
import { anyPrintedLine } from "../helpers/any-printed-line.ts";
import { anyText } from "../helpers/any-text.ts";
import { pageOf } from "./printed-page.ts";

const randomPage: fc.Arbitrary<Page> = fc
  .array(anyPrintedLine, { maxLength: 60 })
  .map((lines) => pageOf(lines.join("\n"), "random.txt"));

/** Pages as papers have them, of every level. */
const madePage: fc.Arbitrary<Page> = fc
  .tuple(fc.constantFrom(...LEVELS), fc.integer({ min: 1, max: 1000 }))
  .map(([level, seed]) => readPage(generatePage(level, seed).text, "made.txt", {}));

const anyPage = fc.oneof({ weight: 4, arbitrary: randomPage }, { weight: 1, arbitrary: madePage });

/** Checks what must be true of every page. */
function holds(check: (cut: Segmentation, page: Page) => void): void {
  fc.assert(
    fc.property(anyPage, (page) => {
      check(segmentPage(page), page);
    }),
  );
}

const isText = ({ role }: LineLabel): boolean => role === "body" || role === "subhead";

/** A line without outer blanks, as articles have it. */
const textOn = (page: Page, n: number): string =>
  page.lines.filter((line) => line.n === n).map(printedLineOf)[0]?.text ?? "";

describe("any page", { timeout: 30_000 }, () => {
  it("has one label for every line, in order, of an article that there is", () => {
    holds(({ articles, lines }, page) => {
      const ids = new Set(articles.map((article) => article.id));
      expect(lines.map((label) => label.n)).toEqual(page.lines.map((line) => line.n));
      for (const { article } of lines) expect(article === undefined || ids.has(article)).toBe(true);
    });
  });

  it("has blank lines that are labelled so, and no other line is", () => {
    holds(({ lines }, page) => {
      for (const { n, role } of lines) expect(role === "blank").toBe(textOn(page, n) === "");
    });
  });

  it("has articles with ids of their own, some text and a probability", () => {
    holds(({ articles }) => {
      expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
      for (const { id, text, confidence } of articles) {
        expect(id).toMatch(/^[a-z0-9-]{1,32}$/);
        expect(text).not.toBe("");
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    });
  });

  it("gives every text back by its line spans, which are the printed lines", () => {
    holds(({ articles }, page) => {
      for (const { text, lineSpans, source } of articles) {
        let end = 0;
        for (const span of lineSpans) {
          expect(["", "\n", " "]).toContain(text.slice(end, span.start));
          expect(span.end).toBeGreaterThan(span.start);
          expect(textOn(page, span.line)).toContain(text.slice(span.start, span.end));
          expect(span.line).toBeGreaterThanOrEqual(source.lines[0]);
          expect(span.line).toBeLessThanOrEqual(source.lines[1]);
          end = span.end;
        }
        expect(end).toBe(text.length);
      }
    });
  });

  it("loses nothing of a text line: it is in its article's text, or in the byline behind it", () => {
    holds(({ articles, lines }, page) => {
      for (const { n, article: id } of lines.filter(isText)) {
        const article = articles.find((one) => one.id === id);
        if (article === undefined) continue;
        const line = textOn(page, n);
        const spans = article.lineSpans.filter((span) => span.line === n);
        const kept = spans.map((span) => article.text.slice(span.start, span.end)).join("");
        expect(line.startsWith(kept)).toBe(true);
        expect(article.byline ?? "").toContain(line.slice(kept.length).trim());
      }
    });
  });

  it("has no line in the text of two articles, nor in one that it is not labelled with", () => {
    holds(({ articles, lines }) => {
      const labels = new Map(lines.map((label) => [label.n, label]));
      const spans = articles.flatMap(({ id, lineSpans }) =>
        lineSpans.map((span) => ({ ...span, id })),
      );
      expect(new Set(spans.map(({ line }) => line)).size).toBe(spans.length);
      for (const { line, id } of spans) {
        expect(labels.get(line)?.article).toBe(id);
        expect(labels.get(line)).toSatisfy(isText);
      }
    });
  });

  it("has text and titles outside of articles only where there is no article", () => {
    const outside: readonly LineRole[] = ["blank", "noise", "masthead", "section"];
    holds(({ articles, lines }) => {
      if (articles.length === 0) return;
      // A byline above all running text signs nothing.
      for (const { role, article } of lines.filter((label) => label.role !== "byline")) {
        expect(article === undefined).toBe(outside.includes(role));
      }
    });
  });

  it("is cut the same way every time, and whatever its line ends are", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const texts = page.lines.map(({ text }) => text);
        fc.pre(texts.join("").trim() !== "");
        const cuts = ["\n", "\r\n", "\r"].map((end) =>
          segmentPage(readPage(texts.join(end) + end, page.file, {})),
        );
        expect(cuts[1]).toEqual(cuts[0]);
        expect(cuts[2]).toEqual(cuts[0]);
      }),
      { numRuns: 40 },
    );
  });

  it("may be any text at all", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), (texts) => {
        expect(() => segmentPage(pageOf(texts.join("\n")))).not.toThrow();
      }),
    );
  });
});
