import { describe, expect, it } from "vitest";
import { titlesBelow } from "../../../src/articles/runs/title-runs.ts";
import { linesOf } from "../printed-page.ts";
import { printedLineOf, type PrintedLine } from "../../../src/articles/lines/printed-line.ts";

const printed = (text: string): readonly PrintedLine[] => linesOf(text).map(printedLineOf);

const DYKE = printed("江堤加固工程昨天开工，\n二百名工人上堤作业。");
const SCHOOL = printed("新建的小学今天开学，\n三百名学生走进教室。");

describe("titlesBelow", () => {
  it("parts the headline of the text above from that of the text below", () => {
    const titles = printed("江堤加固工程开工\n新建小学开学");
    expect(titlesBelow(titles, { above: DYKE, below: SCHOOL })).toBe(1);
  });

  it("leaves a headline of two lines whole, whichever text it is of", () => {
    const titles = printed("江堤加固\n工程昨天开工");
    expect(titlesBelow(titles, { above: DYKE, below: SCHOOL })).toBe(2);
    expect(titlesBelow(titles, { above: SCHOOL, below: DYKE })).toBe(2);
  });

  it("parts nothing where the titles share nothing with either text", () => {
    const titles = printed("夜市摊主\n考上岗证");
    expect(titlesBelow(titles, { above: DYKE, below: SCHOOL })).toBe(2);
    expect(titlesBelow(titles, { above: [], below: [] })).toBe(2);
  });
});
