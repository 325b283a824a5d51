import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { applyCorrection } from "../../src/articles/apply-correction.ts";
import { draftCorrection } from "../../src/articles/draft-correction.ts";
import { segmentPage } from "../../src/articles/segment-page.ts";
import type { Segmentation } from "../../src/articles/segmentation.ts";
import { misfitOf } from "../../src/corpus/misfit.ts";
import { isBlank, type Page } from "../../src/corpus/page.ts";
import { readCorrection } from "../../src/corpus/read-correction.ts";
import { readPage } from "../../src/corpus/read-page.ts";
import { writeCorrection } from "../../src/corpus/write-correction.ts";
import { generatePages } from "../eval/segmentation/generate-page.ts";
import { LEVELS } from "../eval/segmentation/sample-page.ts";
import { anyPrintedLine } from "../helpers/any-printed-line.ts";
import { pageOf, setInColumn } from "./printed-page.ts";

const FILE = "page.articles.yaml";

/** An editor's cut is certain; of the program's everything else must come back. */
function withoutConfidence({ articles, lines }: Segmentation): Segmentation {
  const bare = articles.map((article) => {
    const copy: { confidence?: number } & Article = { ...article };
    delete copy.confidence;
    return copy;
  });
  return { articles: bare, lines };
}

/** Writes the program's cut as a correction, reads it and cuts with it. */
function throughCorrection(page: Page): Segmentation {
  const text = writeCorrection(page, draftCorrection(page, segmentPage(page)));
  const correction = readCorrection(text, FILE);
  expect(misfitOf(correction, page)).toBeUndefined();
  return applyCorrection(page, correction);
}

const ANY_PAGE = fc
  .array(anyPrintedLine, { minLength: 1, maxLength: 60 })
  .map((lines) => pageOf(lines.join("\n")));

describe("the program's cut, written as a correction and read again", () => {
  it.each(["000_9200e2c776e239bf.txt", "004_7925b2999bddf298.txt"])("is the cut of %s", (file) => {
    const url = new URL(`../../corpus/${file}`, import.meta.url);
    const page = readPage(readFileSync(url, "utf8"), file, { date: "2022-09-30" });
    expect(throughCorrection(page)).toEqual(withoutConfidence(segmentPage(page)));
  });

  it.each(LEVELS)("is the cut of every %s page", (level) => {
    for (const { text, name } of generatePages(level, 20)) {
      const page = readPage(text, `${name}.txt`, {});
      expect(throughCorrection(page)).toEqual(withoutConfidence(segmentPage(page)));
    }
  });

  it("is the cut of any page at all", () => {
    fc.assert(
      fc.property(ANY_PAGE, (page) => {
        expect(throughCorrection(page)).toEqual(withoutConfidence(segmentPage(page)));
      }),
      { numRuns: 300 },
    );
  });

  it("names every printed line once and no blank one alone", () => {
    fc.assert(
      fc.property(ANY_PAGE, (page) => {
        const { articles, elsewhere } = draftCorrection(page, segmentPage(page));
        const entries = [...articles.flatMap(({ order }) => order), ...elsewhere];
        const named = entries.flatMap(({ first, last }) => page.lines.slice(first - 1, last));
        const printed = named.filter((line) => !isBlank(line)).map(({ n }) => n);
        const all = page.lines.filter((line) => !isBlank(line)).map(({ n }) => n);
        expect(printed.sort((a, b) => a - b)).toEqual(all);
      }),
    );
  });
});

describe("draftCorrection", () => {
  const text = setInColumn(
    "本报讯 昨日，江堤加固工程全线开工，江堤将加高两米，沿江居民翘首以盼。",
    14,
  );
  const page = pageOf(["■城事", "江堤加固\n工程开工", text, "记者 李明"].join("\n\n"));

  it("has an entry for each paragraph, the headline in words, and other words from their lines", () => {
    expect(draftCorrection(page, segmentPage(page))).toEqual({
      articles: [
        {
          at: 0,
          headline: "江堤加固工程开工",
          order: [
            { at: 0, first: 3, last: 4, role: "headline", goesOn: false },
            { at: 0, first: 6, last: 8, role: "body", goesOn: false },
            { at: 0, first: 10, last: 10, role: "byline", goesOn: false },
          ],
        },
      ],
      elsewhere: [{ at: 0, first: 1, last: 1, role: "section", goesOn: false }],
    });
  });

  it("writes out a byline and a subheadline that their lines do not give", () => {
    const { articles, lines } = segmentPage(page);
    const [article] = articles.map((one) => ({ ...one, byline: "李明", subheadline: "明年完工" }));
    if (article === undefined) throw new Error("There should be an article.");
    const [draft] = draftCorrection(page, { articles: [article], lines }).articles;
    expect(draft).toMatchObject({ byline: "李明", subheadline: "明年完工" });
  });
});
