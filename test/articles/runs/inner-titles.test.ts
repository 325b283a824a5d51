import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHIPPED } from "../../../src/articles/learned/models.ts";
import type { Weights } from "../../../src/articles/learned/log-linear.ts";
import { printedLineOf } from "../../../src/articles/lines/printed-line.ts";
import { partTitles } from "../../../src/articles/runs/inner-titles.ts";
import { anyText } from "../../helpers/any-text.ts";
import { linesOf } from "../printed-page.ts";

const parted = (text: string, weights: Weights): readonly string[] =>
  partTitles(linesOf(text).map(printedLineOf), weights).map(
    ({ kind, lines }) => `${kind} ${lines.map((line) => line.n).join(",")}`,
  );

const TEXT = `　　江堤加固工程昨天全线开工，计
划明年汛期之前完成，沿岸三个乡镇的
群众自发上堤送水送饭。
市民食堂开张
  本报讯 新建的市民食堂今天开张，两
荤一素十二元，六十岁以上的老人再打
八折。`;

describe("partTitles", () => {
  it("finds a title between two texts with the shipped weights", () => {
    expect(parted(TEXT, SHIPPED.lines)).toEqual(["text 1,2,3", "title 4", "text 5,6,7"]);
  });

  it("takes all for running text where nothing speaks for a title", () => {
    expect(parted("甲\n乙\n丙", { "below nothing": -1, "below text": -1 })).toEqual(["text 1,2,3"]);
  });

  it("lets what a line is depend on what the line above is", () => {
    // A title opens the page, and below a title stands text.
    const weights = { "below nothing": 3, "below title": -3, "below text": -3 };
    expect(parted("甲\n乙\n丙", weights)).toEqual(["title 1", "text 2,3"]);
  });

  it("weighs all lines together: a dear first step is taken where the next ones pay for it", () => {
    const weights = { "below nothing": -0.5, "below title": 5 };
    expect(parted("甲\n乙\n丙", weights)).toEqual(["title 1,2,3"]);
  });

  it("keeps every line once and in order, whatever the lines are", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text).map(printedLineOf);
        const kept = partTitles(lines, SHIPPED.lines).flatMap((strip) => strip.lines);
        expect(kept).toEqual(lines);
      }),
    );
  });
});
