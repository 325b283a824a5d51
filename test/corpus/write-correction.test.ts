import { describe, expect, test } from "vitest";
import type { CorrectedLines } from "../../src/corpus/correction.ts";
import { digestOf } from "../../src/corpus/page.ts";
import { readCorrection } from "../../src/corpus/read-correction.ts";
import { readPage } from "../../src/corpus/read-page.ts";
import { writeCorrection } from "../../src/corpus/write-correction.ts";

const PAGE = readPage("■城事\n猫展: 开幕\n\n本报讯 猫在东街，#1 门票免费，人人都来看。\n记者 王明\n狗。", "a/004.txt", {});
const lines = (first: number, last: number, role: CorrectedLines["role"], goesOn = false) => ({
  ...{ at: 0, first, last, role, goesOn },
});

const WRITTEN = writeCorrection(PAGE, {
  articles: [
    {
      at: 0,
      headline: "猫展: 开幕",
      byline: "王明",
      order: [lines(2, 2, "headline"), lines(3, 4, "body"), lines(5, 5, "byline")],
    },
    { at: 0, headline: "", order: [lines(6, 6, "body", true)] },
  ],
  elsewhere: [lines(1, 1, "section")],
});

describe("writeCorrection", () => {
  test("puts the first words of the page beside each entry", () => {
    expect(WRITTEN.split("\n\n").slice(-2).join("\n\n")).toBe(`page: 004.txt
lines: 6
sha256: ${digestOf(PAGE.lines)} # of the page's text: a page that changes is noticed
articles:
  - headline: "猫展: 开幕"
    byline: 王明
    begins: 本报讯 猫在东街，#1 门票免费
    order:
      - 2 headline # 猫展: 开幕
      - 3-4 body # 本报讯 猫在东街，#1 门票免费
      - 5 byline # 记者 王明

  - headline: ""
    begins: 狗。
    order:
      - 6 body+ # 狗。
elsewhere:
  - 1 section # ■城事
`);
  });

  test("explains itself to an editor at its top, in English and Chinese", () => {
    const manual = WRITTEN.slice(0, WRITTEN.indexOf("page: "));
    expect(manual.split("\n").every((line) => /^(#|$)/.test(line))).toBe(true);
    for (const words of ["delete it to go back", "'6-21 body'", "body+", "删掉它", "每个有字的行"]) {
      expect(manual).toContain(words);
    }
  });

  test("reads as what was written", () => {
    const read = readCorrection(WRITTEN, "a/004.articles.yaml");
    expect(read.articles.map(({ headline, byline }) => [headline, byline])).toEqual([
      ["猫展: 开幕", "王明"],
      ["", undefined],
    ]);
    expect(read.articles.flatMap(({ order }) => order)).toMatchObject([
      { first: 2, last: 2, role: "headline", goesOn: false },
      { first: 3, last: 4, role: "body", goesOn: false },
      { first: 5, last: 5, role: "byline", goesOn: false },
      { first: 6, last: 6, role: "body", goesOn: true },
    ]);
  });
});
