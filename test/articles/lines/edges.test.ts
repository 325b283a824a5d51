import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bracketsAcross, breaksWord } from "../../../src/articles/lines/edges.ts";
import { anyText } from "../../helpers/any-text.ts";

describe("breaksWord", () => {
  it.each([
    ["污水得到清", "理"],
    ["江堤加", "固工程"],
    ["昨天下午，市", "民来了"],
    ["建于2", "024年"],
    ["一帆风", "顺"],
  ])("'%s' and '%s' meet inside a word", (above, below) => {
    expect(breaksWord(above, below)).toBe(true);
  });

  it.each([
    ["河水变清", "理由"],
    ["昨日，", "江堤"],
    ["江堤加固", "工程"],
    ["江堤完工。", "学校"],
    ["", "江堤"],
    // Between the lines of an English text there was a blank.
    ["Bridge Reopens to Walkers", "The old bridge"],
    ["Belt and", "Road Initiative"],
    ["Café", "Été"],
  ])("'%s' and '%s' meet between words", (above, below) => {
    expect(breaksWord(above, below)).toBe(false);
  });

  it("looks no further than a word is long", () => {
    const far = "江堤".repeat(50_000);
    expect(breaksWord(`${far}污水得到清`, `理${far}`)).toBe(breaksWord("污水得到清", "理江堤江堤"));
  });
});

describe("bracketsAcross", () => {
  it.each([
    ["balanced", "他说：“好。”", "真好。"],
    ["balanced", "真好，", "他说：“好。”"],
    ["closed", "他说：“江堤", "要加高。”"],
    ["closed", "他说：“《江堤》（一", "）要加高。”"],
    ["closed", "他说：“江堤", "“要”加高。”"],
    ["unclosed", "他说：“江堤", "要加高。"],
    ["unclosed", "他说：“江堤", "要加高》。”"],
    ["unclosed", "（《江堤", "）要加高》。"],
    ["stray", "他说，", "江堤要加高。”"],
    ["stray", "", "》"],
  ])("the marks are %s between '%s' and '%s'", (brackets, above, below) => {
    expect(bracketsAcross(above, below)).toBe(brackets);
  });

  it("forgets a mark that was opened too long ago to be closed", () => {
    expect(bracketsAcross(`“${"江".repeat(500)}`, "堤。")).toBe("balanced");
    expect(bracketsAcross("江", `${"堤".repeat(500)}”`)).toBe("balanced");
  });
});

describe("any two texts", () => {
  it("meet in some way", () => {
    fc.assert(
      fc.property(anyText, anyText, (above, below) => {
        expect(typeof breaksWord(above, below)).toBe("boolean");
        expect(["balanced", "closed", "unclosed", "stray"]).toContain(bracketsAcross(above, below));
      }),
    );
  });
});
