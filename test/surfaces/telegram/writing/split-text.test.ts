import { describe, expect, test } from "vitest";
import { shorten, splitText } from "../../../../src/surfaces/telegram/writing/split-text.ts";

const ten = { first: 10, rest: 10 };

describe("splitText", () => {
  test.each([
    ["a text that fits is one piece", "一句话。", ["一句话。"]],
    ["a line end is the best place", "123。4567\n89abc", ["123。4567\n", "89abc"]],
    [
      "a sentence end comes next, with its closing quote",
      "“一二三四五。”六七八九",
      ["“一二三四五。”", "六七八九"],
    ],
    ["then a comma or a space", "one two three", ["one two ", "three"]],
    [
      "an end in the first half is passed over",
      "一。二三四五六七八九十",
      ["一。二三四五六七八九", "十"],
    ],
    ["an entity counts as it is written", "a&b&c&d", ["a&b", "&c", "&d"]],
    ["a pair of surrogates stays together", "123456789𠮷", ["123456789", "𠮷"]],
    ["a joined emoji stays together", "123456👨‍👩‍👧", ["123456", "👨‍👩‍👧"]],
    ["a line end of two characters stays together", "abcdefghi\r\nj", ["abcdefghi", "\r\nj"]],
    ["an empty text has no pieces", "", []],
  ])("%s", (_, text, pieces) => {
    expect(splitText(text, ten)).toEqual(pieces);
  });

  test("the first piece may have less room than the others", () => {
    expect(splitText("abcdefgh", { first: 2, rest: 4 })).toEqual(["ab", "cdef", "gh"]);
  });
});

describe("shorten", () => {
  test("leaves alone what fits and ends the rest with an ellipsis", () => {
    expect(shorten("标题", 4)).toBe("标题");
    expect(shorten("一二三四五", 4)).toBe("一二三…");
    expect(shorten("a&&&&", 8)).toBe("a&…");
  });
});
