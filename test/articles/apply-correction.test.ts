import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCorrection } from "../../src/articles/apply-correction.ts";
import { articleIds } from "../../src/articles/texts/article-id.ts";
import { printedLineOf } from "../../src/articles/lines/printed-line.ts";
import type { CorrectedLines } from "../../src/corpus/correction.ts";
import { misfitOf } from "../../src/corpus/misfit.ts";
import { readCorrection } from "../../src/corpus/read-correction.ts";
import { pageOf } from "./printed-page.ts";

const PAGE = pageOf(
  [
    "■城事",
    "猫展开",
    "慕",
    "",
    "本报讯 猫在东",
    "街，人人来看",
    "",
    "门票免费。 记者 王明",
    "怎么去",
    "坐 Bus",
    "Line 3。",
    "▲猫在",
    "看人",
    "▲狗",
    "记者 李丽",
    "狗在西街。",
  ].join("\n"),
  "a/004.txt",
);

const cut = (yaml: string, page = PAGE) => {
  const correction = readCorrection(yaml, "a/004.articles.yaml");
  expect(misfitOf(correction, page)).toBeUndefined();
  return applyCorrection(page, correction);
};

const YAML = `
articles:
  - order: [16 body]
  - headline: 猫展开幕
    order:
      - 2-3 headline
      - 9 subhead
      - 10-11 body
      - 5-6 body
      - 8 body+
      - 15 byline
      - 12 caption
      - 14 caption
      - 13 caption+
elsewhere: [1 section]
`;

describe("applyCorrection", () => {
  it("cuts the page as the editor did: words, order, paragraphs, captions", () => {
    const { articles } = cut(YAML);
    const [dogs, cats] = articles;
    expect(dogs).toMatchObject({ headline: "", captions: [], text: "狗在西街。" });
    expect(dogs).not.toHaveProperty("byline");
    expect(cats).toMatchObject({
      headline: "猫展开幕",
      byline: "记者 李丽 记者 王明",
      captions: ["▲猫在", "▲狗看人"],
      text: "怎么去\n坐 Bus Line 3。\n本报讯 猫在东街，人人来看门票免费。",
      source: { file: "a/004.txt", lines: [5, 11] },
    });
    expect(cats).not.toHaveProperty("subheadline");
    expect(cats).not.toHaveProperty("confidence");
  });

  it("knows the line of each stretch of text", () => {
    const [, cats] = cut(YAML).articles;
    const spans = cats?.lineSpans.map(({ line, start, end }) => [
      line,
      cats.text.slice(start, end),
    ]);
    expect(spans).toEqual([
      [9, "怎么去"],
      [10, "坐 Bus"],
      [11, "Line 3。"],
      [5, "本报讯 猫在东"],
      [6, "街，人人来看"],
      [8, "门票免费。"],
    ]);
  });

  it("gives ids as the program does: from the first body words", () => {
    const ids = cut(YAML).articles.map(({ id }) => id);
    const bodies = ["狗在西街。", "坐 BusLine 3。本报讯 猫在东街，人人来看门票免费。"];
    expect(ids).toEqual(articleIds("a/004.txt", bodies));
  });

  it("labels every line, the unnamed ones as blank", () => {
    const { articles, lines } = cut(YAML);
    expect(lines.map(({ n }) => n)).toEqual(PAGE.lines.map(({ n }) => n));
    expect(lines[0]).toEqual({ n: 1, role: "section" });
    expect(lines[3]).toEqual({ n: 4, role: "blank" });
    expect(lines[6]).toEqual({ n: 7, role: "blank" });
    expect(lines[12]).toEqual({ n: 13, role: "caption", article: articles[1]?.id });
  });

  it("takes words that are left out from their lines, and written ones as they are", () => {
    const rest =
      "order: [2-3 headline, 9 subheadline, 5-8 body, 10-11 body, 12-14 caption, 15-16 byline]";
    const page = { ...PAGE, date: "2022-09-30" };
    const [bare] = cut(`articles:\n  - ${rest}\nelsewhere: [1 noise]`, page).articles;
    expect(bare).toMatchObject({
      ...{ headline: "猫展开慕", subheadline: "怎么去", byline: "记者 李丽 狗在西街。 记者 王明" },
      source: { date: "2022-09-30" },
    });
    const words = "headline: ' 猫展\n\n      开幕 '\n    subheadline: ''\n    byline: 王明";
    const [spelt] = cut(
      `articles:\n  - ${words}\n    ${rest}\nelsewhere: [1 noise]`,
      page,
    ).articles;
    expect(spelt).toMatchObject({ headline: "猫展 开幕", byline: "王明" });
    expect(spelt).not.toHaveProperty("subheadline");
  });

  it("lets an article begin with what went on elsewhere before", () => {
    const yaml = YAML.replace("16 body", "8 body+").replace("- 8 body+", "- 16 body+");
    expect(cut(yaml).articles[0]?.text).toBe("门票免费。");
  });

  it("gives every line to one place, whatever the editor did, and loses no word of a body", () => {
    fc.assert(
      fc.property(anyCut, ({ homes, order }) => {
        const entries = order.map((n): CorrectedLines => ({
          at: 1,
          first: n,
          last: n,
          role: "body",
          goesOn: n % 3 === 0,
        }));
        const inHome = (home: number) => entries.filter(({ first }) => homes[first] === home);
        const articles = [1, 2].map((home) => ({ at: 1, headline: "", order: inHome(home) }));
        const correction = {
          ...{ file: "a/004.articles.yaml", madeFor: { at: 1 } },
          articles: articles.filter(({ order: own }) => own.length > 0),
          elsewhere: inHome(0).map((entry) => ({ ...entry, role: "noise" as const })),
        };
        expect(misfitOf(correction, PAGE)).toBeUndefined();
        const segmentation = applyCorrection(PAGE, correction);
        expect(segmentation.lines.map(({ n }) => n)).toEqual(PAGE.lines.map(({ n }) => n));
        correction.articles.forEach(({ order: own }, i) => {
          const article = segmentation.articles[i];
          expect(article?.lineSpans.map(({ line }) => line)).toEqual(own.map(({ first }) => first));
          for (const { line, start, end } of article?.lineSpans ?? []) {
            const printed = printedLineOf({ n: line, text: PAGE.lines[line - 1]?.text ?? "" }).text;
            expect(printed.startsWith(article?.text.slice(start, end) ?? "?")).toBe(true);
          }
          const labelled = segmentation.lines.filter((label) => label.article === article?.id);
          const numbers = own.map(({ first }) => first).sort((a, b) => a - b);
          expect(labelled.map(({ n }) => n)).toEqual(numbers);
        });
      }),
    );
  });
});

/** An order of all printed lines, and for each line of the page where it goes: 0 is elsewhere. */
const anyCut = fc.record({
  homes: fc.array(fc.nat(2), { minLength: 17, maxLength: 17 }),
  order: fc.shuffledSubarray(
    PAGE.lines.filter(({ text }) => text !== "").map(({ n }) => n),
    { minLength: PAGE.lines.filter(({ text }) => text !== "").length },
  ),
});
