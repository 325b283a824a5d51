import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isByline } from "../../../src/articles/lines/bylines.ts";
import { leadLength } from "../../../src/articles/lines/line-cues.ts";
import { folded } from "../../../src/articles/lines/script.ts";

describe("folded", () => {
  it("gives traditional characters as simplified ones and leaves the rest alone", () => {
    expect(folded("本報訊 記者 12 km，完。")).toBe("本报讯 记者 12 km，完。");
  });

  it("keeps the length of any text", () => {
    const character = fc.oneof(
      fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
      fc.string({ unit: "grapheme", maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const text = characters.join("");
        expect(folded(text)).toHaveLength(text.length);
      }),
    );
  });

  it("lets cues know the words of papers in traditional characters", () => {
    expect(leadLength("本報訊　廟口戲台昨日重修落成。")).toBe(3);
    expect(isByline("記者 鍾若水 通訊員 賴小波")).toBe(true);
    expect(isByline("記者們在現場等了一夜，沒有人離開")).toBe(false);
  });
});
