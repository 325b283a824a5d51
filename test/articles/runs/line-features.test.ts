import { describe, expect, it } from "vitest";
import { printedLineOf } from "../../../src/articles/lines/printed-line.ts";
import { cuesOf, titleFeatures } from "../../../src/articles/runs/line-features.ts";
import { linesOf } from "../printed-page.ts";

const LINES = linesOf(
  "江堤加固工程昨天全线开工，计划\n明年完成。\n食堂开张 老人打折\n本报讯 新建的市民食堂今天开张，",
).map(printedLineOf);

const featuresAt = (at: number): readonly string[] => [
  ...titleFeatures(cuesOf({ lines: LINES, at }), "text").keys(),
];

describe("titleFeatures", () => {
  it("say how wide a line is in the column around it", () => {
    expect(featuresAt(0)).toContain("width full");
    expect(featuresAt(1)).toContain("width tiny");
  });

  it("say how a line ends and what stands above and below", () => {
    expect(featuresAt(2)).toContain("ending open above rested next lead");
  });

  it("say that a line has two parts, as headlines do, or a comma, as text does", () => {
    expect(featuresAt(2)).toContain("inside parts");
    expect(featuresAt(0)).toContain("inside comma");
  });

  it("tell each cue also together with what the line above is", () => {
    expect(featuresAt(2)).toContain("inside parts below text");
    expect(featuresAt(2)).toContain("below text");
  });

  it("know no neighbours at the edges", () => {
    const lines = LINES.slice(0, 1);
    expect([...titleFeatures(cuesOf({ lines, at: 0 }), "nothing").keys()]).toContain(
      "ending open above edge next edge",
    );
  });
});
