import { describe, expect, it } from "vitest";
import { printedLine } from "../printed-page.ts";

describe("printedLineOf", () => {
  it("takes Chinese characters and marks as one wide and Latin, digits and blanks as half", () => {
    expect(printedLine("“学习”APP 12").width).toBe(4 + 1.5 + 0.5 + 1);
  });

  it("drops blanks of every kind around a line and keeps those inside", () => {
    expect(printedLine("\u3000\u3000\ufeff 9月 28日\u200b \r")).toEqual({
      n: 1,
      text: "9月 28日",
      width: 4,
    });
  });

  it("leaves nothing of a line of blanks", () => {
    expect(printedLine(" \u3000\t")).toEqual({ n: 1, text: "", width: 0 });
  });
});
