import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printedLineOf } from "../../src/articles/lines/printed-line.ts";
import { digestOf, imprintOf, isBlank } from "../../src/corpus/page.ts";
import { readPage } from "../../src/corpus/read-page.ts";
import { anyText } from "../helpers/any-text.ts";

describe("isBlank", () => {
  test.each(["", "  ", "\u3000\t", "\u200b\ufeff", "\u00a0\u0085".slice(0, 1)])("%j is", (text) => {
    expect(isBlank({ n: 1, text })).toBe(true);
  });

  test("is true of the lines of which nothing is left on paper, and of no others", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[\s\u200b-\u200d\u2060\ufeff]*$/u)), (text) => {
        expect(isBlank({ n: 1, text })).toBe(printedLineOf({ n: 1, text }).text === "");
      }),
    );
  });
});

describe("digestOf", () => {
  test("is of the text, not of its line ends", () => {
    const [unix, dos, other] = ["头版\n要闻\n", "头版\r\n要闻", "头版\n要闻。"].map((text) =>
      digestOf(readPage(text, "1.txt", {}).lines),
    );
    expect(unix).toMatch(/^[0-9a-f]{64}$/);
    expect(dos).toBe(unix);
    expect(other).not.toBe(unix);
  });
});

describe("imprintOf", () => {
  test("is what is known of where and when, and nothing else", () => {
    const imprint = { date: "2022-09-30", edition: "早报", page: "A02", url: "https://a.b/" };
    expect(imprintOf(readPage("头版", "1.txt", imprint))).toEqual(imprint);
    expect(imprintOf(readPage("头版", "1.txt", {}))).toEqual({});
  });
});
