import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isIn } from "../../src/search/exact-match.ts";
import { anyText } from "../helpers/any-text.ts";

describe("isIn", () => {
  test.each([
    ["人才新政", "出台了“人才新政22条”。"],
    ["紀念館", "二七纪念馆"],
    ["ＡＢＣ", "the abc"],
    ["二七 纪念馆！", "二七纪念馆"],
    ["第一行第二行", "第一行\n第二行"],
  ])("%s stands in %s", (query, text) => {
    expect(isIn(query, text)).toBe(true);
  });

  test.each([
    ["新政人才", "人才新政"],
    ["猫", "猫在东街。"],
    ["？！", "你好？！"],
    ["", ""],
  ])("%j does not stand in %j", (query, text) => {
    expect(isIn(query, text)).toBe(false);
  });

  const word = fc.string({ unit: fc.constantFrom("猫", "狗", "鱼", "a", "1"), minLength: 2 });
  test("a word stands in every text around it", () => {
    fc.assert(
      fc.property(word, anyText, anyText, (query, before, after) => {
        expect(isIn(query, `${before} ${query} ${after}`)).toBe(true);
      }),
    );
  });
});
