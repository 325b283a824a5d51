import { describe, expect, it } from "vitest";
import { isSignature, mayBeName } from "../../../src/articles/lines/signatures.ts";

describe("signatures", () => {
  it.each([
    "读者 槐树里一住户",
    "市民　周小禾",
    "讀者 槐樹里一住戶",
    "河湾市园林管理处",
    "By Ann Lee",
  ])("'%s' signs a letter or a notice", (line) => {
    expect(isSignature(line)).toBe(true);
  });

  it.each(["读者来信选登", "管理处昨日迁入新址", "市民周末逛花市，花香满城。", "By the river"])(
    "'%s' does not",
    (line) => {
      expect(isSignature(line)).toBe(false);
    },
  );

  it("takes two or three characters for a name, also behind a place", () => {
    expect(["立秋", "槐树里 周小禾"].map(mayBeName)).toEqual([true, true]);
    expect(["停电通知", "周小禾。", "槐树里的灯亮了"].map(mayBeName)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
