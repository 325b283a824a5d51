import { describe, expect, test } from "vitest";
import { holds } from "../../../../src/surfaces/cli/evaluation/holds.ts";

describe("holds", () => {
  test.each([
    ["本报讯 猫展\n在东街。", "猫展在东街", true],
    ["９月２８日", "9 月 28 日", true],
    ["猫展在东街。", "猫展在西街", false],
    ["", "猫", false],
  ])("%j, %j: %s", (text, words, expected) => {
    expect(holds(text, [words])).toBe(expected);
  });

  test("no evidence is never held", () => {
    expect(holds("猫", [])).toBe(false);
  });
});
