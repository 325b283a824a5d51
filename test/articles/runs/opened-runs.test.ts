import { describe, expect, it } from "vitest";
import { printedLineOf } from "../../../src/articles/lines/printed-line.ts";
import { openRun } from "../../../src/articles/runs/opened-runs.ts";
import { linesOf } from "../printed-page.ts";

/** The numbers of the lines of each run, where all lines are running text. */
const opened = (text: string): readonly string[] =>
  openRun(linesOf(text).map(printedLineOf), {}).map((run) => run.map((line) => line.n).join());

describe("openRun", () => {
  it("cuts above the words that open a story", () => {
    expect(opened("江堤昨天加固，\n本报讯 小学今天开学，")).toEqual(["1", "2"]);
  });

  it("cuts behind a byline", () => {
    expect(opened("江堤昨天开始加固，\n记者 宁采薇\n小学今天也已经开学，")).toEqual(["1,2", "3"]);
  });

  it("cuts where a paragraph ends on a short line", () => {
    const text = "江堤加固工程昨天全线开工，\n明年完成。\n沿岸三个乡镇的群众自发上堤";
    expect(opened(text)).toEqual(["1,2", "3"]);
  });

  it("keeps a sentence together that runs over the edge", () => {
    expect(opened("江堤加固工程昨天全线开工\n计划明年汛期之前全部完工")).toEqual(["1,2"]);
  });

  it("has no runs where there are no lines", () => {
    expect(openRun([], {})).toEqual([]);
  });
});
