import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saysTheSame } from "../../src/answer/same-words.ts";
import { anyText } from "../helpers/any-text.ts";

describe("saysTheSame", () => {
  test.each([
    ["新馆将于五月一日开放，市民可免费入场。", "新館將於五月一日開放，市民可免費入場。"],
    ["图书馆今日起延长开放时间至晚上九点半", "（记者报道）图书馆今日起延长开放时间至晚上九点半。"],
  ])("%s: %s", (one, other) => {
    expect(saysTheSame(one, other)).toBe(true);
    expect(saysTheSame(other, one)).toBe(true);
  });

  test.each([
    ["全年投资232亿元。", "全年投资873亿元。"],
    ["新馆将于五月一日开放。", "旧馆将于五月一日关闭。"],
    ["会议强调，要抓好安全生产。", "会议指出，要抓好安全生产和疫情防控。"],
  ])("%s is not %s", (one, other) => {
    expect(saysTheSame(one, other)).toBe(false);
  });

  test("every sentence says the same as itself", () => {
    fc.assert(fc.property(anyText, (text) => saysTheSame(text, text)));
  });
});
