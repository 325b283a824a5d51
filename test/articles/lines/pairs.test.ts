import { describe, expect, it } from "vitest";
import { bareOf, pairsOf } from "../../../src/articles/lines/pairs.ts";

describe("bareOf", () => {
  it("keeps letters, digits and characters in one width and one case", () => {
    expect(bareOf("“ＡＰＰ”， 第 3名！")).toBe("app第3名");
  });
});

describe("pairsOf", () => {
  it("takes a text apart into its neighbouring characters, each pair once", () => {
    expect([...pairsOf("水库，水库开")]).toEqual(["水库", "库水", "库开"]);
  });

  it("finds none in a single character", () => {
    expect(pairsOf("水").size).toBe(0);
  });
});
