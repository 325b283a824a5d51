import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuoteRanges } from "../../../src/surfaces/web/quote-ranges.ts";

describe("parseQuoteRanges", () => {
  const text = "0123456789";

  test("one range is two offsets with a hyphen between them", () => {
    expect(parseQuoteRanges("2-5", text)).toEqual([{ start: 2, end: 5 }]);
  });

  test("several ranges come in reading order", () => {
    expect(parseQuoteRanges("7-8,2-5", text)).toEqual([
      { start: 2, end: 5 },
      { start: 7, end: 8 },
    ]);
  });

  test("ranges that overlap or touch become one", () => {
    expect(parseQuoteRanges("2-5,4-7,7-8,2-3", text)).toEqual([{ start: 2, end: 8 }]);
  });

  test("the whole text is a range", () => {
    expect(parseQuoteRanges("0-10", text)).toEqual([{ start: 0, end: 10 }]);
  });

  test.each([
    "",
    ",",
    "5",
    "5-",
    "-5",
    "5-5",
    "6-5",
    "2-11",
    "-1-3",
    "1.5-3",
    "1e0-3",
    "0x1-3",
    "１-３",
    "NaN-3",
    "1-99999999999999999999",
  ])("'%s' marks nothing", (query) => {
    expect(parseQuoteRanges(query, text)).toEqual([]);
  });

  test("a bad range does not spoil the good ones beside it", () => {
    expect(parseQuoteRanges("x,2-5,9-3", text)).toEqual([{ start: 2, end: 5 }]);
  });

  test("a range that cuts a character in half is left out", () => {
    expect(parseQuoteRanges("0-2,2-4,2-3", "a𠮷b")).toEqual([]);
    expect(parseQuoteRanges("1-3", "a𠮷b")).toEqual([{ start: 1, end: 3 }]);
  });

  test("any query gives ranges in order, apart, inside the text and not empty", () => {
    const part = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(12), fc.nat(12)).map(([start, end]) => `${start}-${end}`),
    );
    fc.assert(
      fc.property(
        fc.array(part),
        fc.string({ unit: fc.constantFrom("a", "字", "𠮷", "\ud842") }),
        (parts, anyText) => {
          const ranges = parseQuoteRanges(parts.join(","), anyText);
          const offsets = [-1, ...ranges.flatMap(({ start, end }) => [start, end])];
          expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
          expect(offsets.at(-1)).toBeLessThanOrEqual(anyText.length);
        },
      ),
    );
  });
});
