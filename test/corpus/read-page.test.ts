import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPage } from "../../src/corpus/read-page.ts";
import { UserError } from "../../src/errors.ts";

describe("readPage", () => {
  test("numbers the lines from 1 and keeps blank ones", () => {
    expect(readPage("头版\n\n 要闻 \n", "a.txt", { date: "2022-09-30", page: "A02" })).toEqual({
      file: "a.txt",
      date: "2022-09-30",
      page: "A02",
      lines: [
        { n: 1, text: "头版" },
        { n: 2, text: "" },
        { n: 3, text: " 要闻 " },
      ],
    });
  });

  test.each(["\n", "\r\n", "\r", "\f", "\u2028", "\u2029"])("%j ends a line", (end) => {
    const { lines } = readPage(`甲${end}乙${end}`, "a.txt", {});
    expect(lines.map(({ text }) => text)).toEqual(["甲", "乙"]);
  });

  test("only the line end behind the last line is left out", () => {
    const { lines } = readPage("甲\r\n\r\n", "a.txt", {});
    expect(lines.map(({ text }) => text)).toEqual(["甲", ""]);
  });

  test("the lines joined are the text", () => {
    const text = fc
      .array(fc.constantFrom("甲", "\n", " ", "𠮷", "，"))
      .map((parts) => `题${parts.join("")}`);
    fc.assert(
      fc.property(text, (it) => {
        const { lines } = readPage(`${it}\n`, "a.txt", {});
        expect(lines.map((line) => line.text).join("\n")).toBe(it);
        expect(lines.map((line) => line.n)).toEqual(lines.map((_, i) => i + 1));
      }),
    );
  });

  test.each(["", " \n\u3000\n", "\ufeff"])("refuses a page of nothing but blanks: %j", (text) => {
    expect(() => readPage(text, "b/004.txt", {})).toThrow(
      new UserError(
        "Expected the text of a page in 'b/004.txt', got an empty page. Fill it, or take it out of the corpus.",
      ),
    );
  });
});
