import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UsageError, UserError, codeOf, messageOf } from "../src/errors.ts";

test("a wrong usage is what a person did, and the other way round it need not be", () => {
  expect(new UsageError("x")).toBeInstanceOf(UserError);
  expect(new UserError("x")).not.toBeInstanceOf(UsageError);
  expect([new UserError("x").name, new UsageError("x").name]).toEqual(["UserError", "UsageError"]);
});

describe("messageOf", () => {
  test.each([
    [new TypeError("no such thing"), "no such thing"],
    ["a text", "a text"],
    [undefined, "undefined"],
  ])("gives the words of what was thrown", (thrown, words) => {
    expect(messageOf(thrown)).toBe(words);
  });
});

describe("codeOf", () => {
  test("gives the code of a system error", () => {
    let thrown: unknown;
    try {
      readFileSync("no-such-file");
    } catch (error) {
      thrown = error;
    }
    expect(codeOf(thrown)).toBe("ENOENT");
  });

  test.each([undefined, null, "ENOENT", new Error("x"), { code: 7 }])(
    "%o has no code",
    (thrown) => {
      expect(codeOf(thrown)).toBeUndefined();
    },
  );
});
