import { describe, expect, it } from "vitest";
import { titleBelow, titleOnTop } from "../../../src/articles/blocks/title-edges.ts";
import { printed } from "../printed-page.ts";

const BODY = [
  "新年新布局我市正在实施创新",
  "驱动战略大力发展特色优势产业和",
  "现代服务业，全市经济呈现良好态",
  "势。",
];

describe("titleOnTop", () => {
  it("finds the headline right above the first, indented line of a story", () => {
    expect(titleOnTop(printed(["科技赋能", "推进农业现代化", ...BODY].join("\n")))).toBe(2);
  });

  it("finds none above text that starts at once", () => {
    expect(titleOnTop(printed(BODY.join("\n")))).toBe(0);
  });

  it("finds none above the middle of a paragraph", () => {
    expect(titleOnTop(printed(BODY.slice(1).join("\n")))).toBe(0);
  });

  it("finds none in a line with a comma", () => {
    expect(titleOnTop(printed(["近年来，各地", ...BODY].join("\n")))).toBe(0);
  });
});

describe("titleBelow", () => {
  it("finds a short line right below the end of a paragraph", () => {
    expect(titleBelow(printed([...BODY, "迈上新台阶"].join("\n")))).toBe(4);
  });

  it("finds none where a new paragraph is cut off after its first line", () => {
    expect(titleBelow(printed([...BODY, "今年以来各地多措并举推动经"].join("\n")))).toBe(5);
  });

  it("finds none in the end of a sentence", () => {
    expect(titleBelow(printed(BODY.join("\n")))).toBe(4);
  });
});
