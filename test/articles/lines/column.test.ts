import { describe, expect, it } from "vitest";
import {
  columnOf,
  fits,
  isFull,
  isIndented,
  madeRoom,
} from "../../../src/articles/lines/column.ts";
import { printed, printedLine } from "../printed-page.ts";

const wide = (width: number, end = ""): string => "字".repeat(width - end.length) + end;

describe("columnOf", () => {
  it("is what most lines agree on, not the widest with its hanging mark", () => {
    const lines = [wide(16), wide(18), wide(18), wide(19, "，"), wide(18), wide(5, "。")];
    expect(columnOf(printed(lines.join("\n")))).toBe(18);
  });

  it("is of few lines the widest, less a mark that may hang", () => {
    expect(columnOf(printed([wide(16), wide(19, "，"), wide(16, "。")].join("\n")))).toBe(18);
  });
});

describe("the edges of a column", () => {
  it("a line two characters short is indented, with or without a hanging mark", () => {
    expect(isIndented(printedLine(wide(16)), 18, undefined)).toBe(true);
    expect(isIndented(printedLine(wide(17, "，")), 18, undefined)).toBe(true);
    expect(isIndented(printedLine(wide(18)), 18, undefined)).toBe(false);
    expect(isIndented(printedLine(wide(9)), 18, undefined)).toBe(false);
  });

  it("a line that ends a sentence is no first line", () => {
    expect(isIndented(printedLine(wide(16, "。")), 18, undefined)).toBe(false);
  });

  it("a line is short without an indent where a long number had no room", () => {
    const next = printedLine(`20.6万${wide(14)}`);
    expect(madeRoom(printedLine(wide(16)), 18, next)).toBe(true);
    expect(isIndented(printedLine(wide(16)), 18, next)).toBe(false);
  });

  it("a full line may be loosely set or hang out, and no more", () => {
    expect(isFull(printedLine(`${wide(16)}1`), 17)).toBe(true);
    expect(isFull(printedLine(wide(15)), 17)).toBe(false);
    expect(fits(printedLine(wide(18, "，")), 17)).toBe(true);
    expect(fits(printedLine(wide(20)), 17)).toBe(false);
  });
});
