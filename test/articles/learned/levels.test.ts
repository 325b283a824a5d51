import { describe, expect, it } from "vitest";
import { level } from "../../../src/articles/learned/levels.ts";

describe("level", () => {
  it("is named for the first bound that a number stays below", () => {
    expect([-3, 0.1, 0.2, 0.29, 0.3, 7].map((value) => level(value, [0.2, 0.3]))).toEqual([
      "< 0.2",
      "< 0.2",
      "< 0.3",
      "< 0.3",
      "most",
      "most",
    ]);
  });

  it("is always the same where there are no bounds", () => {
    expect(level(1, [])).toBe("most");
  });
});
