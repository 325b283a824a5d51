import { describe, expect, it } from "vitest";
import { cutPage } from "../../src/articles/cut-page.ts";
import { segmentPage } from "../../src/articles/segment-page.ts";
import { readCorrection } from "../../src/corpus/read-correction.ts";
import { pageOf } from "./printed-page.ts";

const PAGE = pageOf("猫展开幕\n\n本报讯 猫在东街。\n\n狗在西街。");

describe("cutPage", () => {
  it("cuts as the program does where no editor has been", () => {
    expect(cutPage(PAGE)).toEqual(segmentPage(PAGE));
  });

  it("cuts as the editor did", () => {
    const yaml = "articles:\n  - order: [1 headline, 5 body]\n  - order: [3 body]\n";
    const correction = readCorrection(yaml, "page.articles.yaml");
    const { articles } = cutPage({ ...PAGE, correction });
    expect(articles.map(({ headline, text }) => [headline, text])).toEqual([
      ["猫展开幕", "狗在西街。"],
      ["", "本报讯 猫在东街。"],
    ]);
  });
});
