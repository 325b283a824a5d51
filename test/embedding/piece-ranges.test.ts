import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceRanges } from "../../src/embedding/piece-ranges.ts";
import { anyText } from "../helpers/any-text.ts";

describe("pieceRanges", () => {
  test.each([
    ["会议指出", ["▁", "会议", "指出"], ["", "会议", "指出"]],
    ["the café", ["▁the", "▁café"], ["the", "café"]],
    ["３月２８日", ["3", "月", "28", "日"], ["３", "月", "２８", "日"]],
    ["投资…结束", ["投资", "...", "结束"], ["投资", "…", "结束"]],
    ["在𠮷野家吃", ["在", "<unk>", "野家", "吃"], ["在", "𠮷", "野家", "吃"]],
    ["第一行\n第二行", ["第一", "行", "▁第二", "行"], ["第一", "行", "第二", "行"]],
  ])("of %j %j stand at %j", (text, pieces, stretches) => {
    const ranges = pieceRanges(text, pieces);
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(stretches);
  });

  test("ranges lie in the text, in order, one for each piece, whatever the pieces are", () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.oneof(anyText, fc.constant("▁"))), (text, pieces) => {
        const ranges = pieceRanges(text, pieces);
        expect(ranges).toHaveLength(pieces.length);
        let last = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });

  test("the pieces of a text, each of some of its characters, are found where they were", () => {
    const parts = fc.array(fc.stringMatching(/^[a-z会议指出]{1,5}$/u), { minLength: 1 });
    fc.assert(
      fc.property(parts, (pieces) => {
        const text = pieces.join("");
        const found = pieceRanges(text, pieces).map(({ start, end }) => text.slice(start, end));
        expect(found).toEqual(pieces);
      }),
    );
  });
});
