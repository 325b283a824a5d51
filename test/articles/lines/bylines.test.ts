import { describe, expect, it } from "vitest";
import { bylineStart, hasPhotoCredit, isByline } from "../../../src/articles/lines/bylines.ts";

describe("isByline", () => {
  it.each([
    "记者 李明",
    "本报记者 李明 文/图",
    "记者 李明 通讯员 王小芳 赵六",
    "记者 李明/文 王小芳/图",
    "通讯员 徐 超",
    "（记者 李明）",
    "□记者 李明 文/图",
  ])("knows '%s' as a byline", (line) => {
    expect(isByline(line)).toBe(true);
  });

  it.each([
    "记者在现场看到，工人们正在施工。",
    "记者 李明 摄",
    "本报讯（记者 李明）7月1日，全市",
    "",
  ])("does not take '%s' for one", (line) => {
    expect(isByline(line)).toBe(false);
  });
});

describe("bylineStart", () => {
  it("finds the byline behind the last sentence of a line", () => {
    const line = "送到老人家中。 记者 李明 通讯员 王芳";
    expect(line.slice(bylineStart(line))).toBe("记者 李明 通讯员 王芳");
  });

  it("finds one in brackets without a blank before it", () => {
    const line = "送到老人家中。（记者 李明）";
    expect(line.slice(bylineStart(line))).toBe("（记者 李明）");
  });

  it("finds none where the sentence itself names a reporter", () => {
    expect(bylineStart("他把情况告诉了 记者 李明")).toBeUndefined();
  });
});

describe("hasPhotoCredit", () => {
  it("is a name with a role that took the photograph", () => {
    expect(hasPhotoCredit("孩子们在读书。 通讯员 王芳 摄")).toBe(true);
    expect(hasPhotoCredit("孩子们在读书。 通讯员 王芳")).toBe(false);
  });
});
