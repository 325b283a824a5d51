import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { MAX_QUERY, checkQuery } from "../../src/search/check-query.ts";

describe("checkQuery", () => {
  test("blanks around the words go, blanks between them stay", () => {
    expect(checkQuery(" \n\t猫  在哪里？\u3000")).toBe("猫  在哪里？");
  });

  test("letters and their accents become one character", () => {
    expect(checkQuery("cafe\u0301")).toBe("caf\u00e9");
  });

  test.each(["2022", "é", "ا", "猫", "x"])("%j is enough to search for", (text) => {
    expect(checkQuery(text)).toBe(text);
  });

  test.each(["", "   ", "\n\n", "？！……", "🐱🐶", "—", "\u200b", "\u0301"])(
    "%j holds no words and is refused with an example",
    (text) => {
      expect(() => checkQuery(text)).toThrow(
        new UserError(
          "Expected a question in words, got none. Ask, for example: 区里最近开了什么会？",
        ),
      );
    },
  );

  test("a question of 500 characters passes", () => {
    const longest = "猫".repeat(MAX_QUERY);
    expect(MAX_QUERY).toBe(500);
    expect(checkQuery(` ${longest} `)).toBe(longest);
  });

  test.each([501, 100_000])("a question of %i characters is refused with its length", (length) => {
    expect(() => checkQuery("猫".repeat(length))).toThrow(
      new UserError(
        `Expected a question of at most 500 characters, got ${length}. Ask about one thing at a time.`,
      ),
    );
  });

  test("what is refused is a person's to mend", () => {
    expect(() => checkQuery("")).toThrow(UserError);
    expect(() => checkQuery("猫".repeat(501))).toThrow(UserError);
  });
});
