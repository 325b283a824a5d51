import { describe, expect, it } from "vitest";
import { clausesOf } from "../../../src/articles/blocks/clauses.ts";
import { splitTitle } from "../../../src/articles/blocks/title-lines.ts";
import { blockOf, printed } from "../printed-page.ts";

const clauses = clausesOf([printed("夜里，读者可以借书到深夜十二点，馆员轮流值守。")]);
const partsOf = (text: string): readonly string[] =>
  splitTitle(blockOf("title", text), clauses).map((block) =>
    block.lines.map((line) => line.text).join("/"),
  );

describe("splitTitle", () => {
  it("keeps the lines of a broken headline together", () => {
    expect(partsOf("市图书馆\n延长开放时间")).toEqual(["市图书馆/延长开放时间"]);
  });

  it("parts a headline from the quotation set below it", () => {
    expect(partsOf("市图书馆\n延长开放时间\n馆员轮流值守")).toEqual([
      "市图书馆/延长开放时间",
      "馆员轮流值守",
    ]);
  });

  it("parts a headline from the long quotation set above it", () => {
    expect(partsOf("读者可以借书到深夜十二点\n图书馆亮灯")).toEqual([
      "读者可以借书到深夜十二点",
      "图书馆亮灯",
    ]);
  });

  it("parts two lines that are sentences of their own", () => {
    const lines = [
      "我市图书馆为何夜夜灯火通明？",
      "全市建立延时服务工作机制，探索推进文化惠民工程",
    ];
    expect(partsOf(lines.join("\n"))).toEqual(lines);
  });

  it("leaves a quotation of several lines whole", () => {
    expect(partsOf("夜里\n馆员轮流值守")).toEqual(["夜里/馆员轮流值守"]);
  });
});
