import { describe, expect, test } from "vitest";
import { datesOf } from "../../src/indexing/dates.ts";

describe("datesOf", () => {
  test.each([
    "9月28日",
    "九月二十八日",
    "9月28号",
    "九月廿八日",
    "9월 28일",
    "28 september",
    "september 28th, 2022",
    "the 28th of september",
    "28. september",
    "28 septembre",
    "28 de septiembre",
    "28 сентября",
    "28 سبتمبر",
  ])("%s is the 28th of September", (text) => {
    expect(datesOf(text)).toEqual(["m9", "m9d28"]);
  });

  test.each(["7月", "七月份", "july", "juli", "juillet", "июль"])("%s is July", (text) => {
    expect(datesOf(text)).toEqual(["m7"]);
  });

  test("dates come in the order of the text, one after the other", () => {
    expect(datesOf("9月28日至10月3日")).toEqual(["m9", "m9d28", "m10", "m10d3"]);
  });

  test.each(["13月", "0月", "一个月", "三七", "28", "", "the set"])("%j names none", (text) => {
    expect(datesOf(text)).toEqual([]);
  });
});
