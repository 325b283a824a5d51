import { describe, expect, it } from "vitest";
import { furnitureOf } from "../../../src/articles/lines/furniture.ts";
import { printed } from "../printed-page.ts";

const rolesOf = (run: string): readonly unknown[] => {
  const found = furnitureOf(printed(run));
  return printed(run).map((line) => found.get(line.n));
};

describe("furnitureOf", () => {
  it.each(["■城事", "◆民生在线", "【社区新闻】", "★综合新闻★"])(
    "takes '%s' for the name of a section",
    (line) => {
      expect(rolesOf(line)).toEqual(["section"]);
    },
  );

  it.each([
    "A02版 要闻",
    "06 民生",
    "责编 李明 校对 王芳",
    "编辑：李明 版式：王芳",
    "新闻热线：5218090",
    "电话 0356-6080405",
    "2024年5月13日 星期一",
    "晨光日报 第782期",
  ])("takes '%s' for a part of the masthead", (line) => {
    expect(rolesOf(line)).toEqual(["masthead"]);
  });

  it("knows the paper's name by the masthead lines around it", () => {
    expect(rolesOf("晨光周刊\n06\n责编 李明")).toEqual(["masthead", "masthead", "masthead"]);
  });

  it.each(["c", "k k", "？", "— —", "□□□", "0", "\ue5d2", "丨"])(
    "takes '%s' alone for noise",
    (line) => {
      expect(rolesOf(line)).toEqual(["noise"]);
    },
  );

  it("leaves a short line that stands with others to them", () => {
    expect(rolesOf("区委党校\n5\n举办培训班")).toEqual([undefined, undefined, undefined]);
  });

  it.each(["学校举办第4期培训班", "拨打热线12345反映问题", "境。", "编辑部的故事", "■"])(
    "keeps '%s' where it may be text, or at least no section",
    (line) => {
      expect(rolesOf(line)).not.toContain("masthead");
      expect(rolesOf(line)).not.toContain("section");
    },
  );
});
