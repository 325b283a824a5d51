import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../src/articles/blocks/blocks.ts";
import { runsOf } from "../../../src/articles/runs/runs.ts";
import { linesOf } from "../printed-page.ts";

const sorted = (text: string): readonly string[] =>
  blocksOf(runsOf(linesOf(text), {}).runs).blocks.map(
    ({ kind, lines }) => `${kind} ${lines.map((line) => line.n).join(",")}`,
  );

describe("blocksOf", () => {
  it("cuts a headline off the story that starts right below it", () => {
    expect(sorted("市里召开防汛工作会\n本报讯 昨日，市里召开\n防汛会。")).toEqual([
      "title 1",
      "prose 2,3",
    ]);
  });

  it("takes bylines and captions out of the run that they stand in", () => {
    expect(
      sorted("本报讯 昨日，市里\n▲会议现场\n召开防汛会。\n记者 李明\n通讯员 王芳 文/图"),
    ).toEqual(["prose 1", "caption 2", "prose 3", "byline 4,5"]);
  });

  it("takes lines without any mark for a title", () => {
    expect(sorted("市图书馆\n延长开放时间")).toEqual(["title 1,2"]);
  });

  it("takes many full lines for running text even without a full stop", () => {
    const line = "这里的山水树木花草鸟兽虫鱼";
    expect(sorted(Array(6).fill(line).join("\n"))).toEqual(["prose 1,2,3,4,5,6"]);
  });

  it("takes the name below a letter or a notice for a byline, but no line inside a paragraph", () => {
    expect(
      sorted(
        "今晚八点起停水，请大家早作准备。\n河湾市自来水公司\n\n巷口的灯坏了一个月，晚上看不清\n路，望早日修好。\n立秋",
      ),
    ).toEqual(["prose 1", "byline 2", "prose 4,5", "byline 6"]);
    expect(sorted("他说，灯已修好。\n\n根据河湾市供电公司\n通告，今晚来电。")).toEqual([
      "prose 1",
      "prose 3,4",
    ]);
  });

  it("takes a question of an interview for running text", () => {
    expect(
      sorted("老船工：一生看水\n\n记者：每天几点出船？\n\n老船工：天亮就走，天黑才回。"),
    ).toEqual(["title 1", "prose 3", "prose 5"]);
  });

  it("loses no line and doubles none, whatever the page", () => {
    const line = fc.constantFrom(
      "",
      "本报讯 昨日",
      "记者 李明",
      "▲图",
      "春天来了",
      "他说，好。",
      "好，",
      "c",
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { runs, furniture } = runsOf(linesOf(lines.join("\n")), {});
        const inBlocks = blocksOf(runs).blocks.flatMap((block) => block.lines.map((one) => one.n));
        const all = [...inBlocks, ...furniture.keys()].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: Math.max(1, lines.length) }, (_, at) => at + 1));
        for (const block of blocksOf(runs).blocks) expect(block.lines.length).toBeGreaterThan(0);
      }),
    );
  });
});
