import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markParagraphs } from "../../../src/surfaces/web/marked-text.ts";
import { parseQuoteRanges } from "../../../src/surfaces/web/quote-ranges.ts";

describe("markParagraphs", () => {
  test("a text without ranges is its paragraphs", () => {
    expect(markParagraphs("ab\ncd", [])).toEqual([
      [{ text: "ab", mark: "none" }],
      [{ text: "cd", mark: "none" }],
    ]);
  });

  test("a range cuts its paragraph in three", () => {
    expect(markParagraphs("abcd", [{ start: 1, end: 3 }])).toEqual([
      [
        { text: "a", mark: "none" },
        { text: "bc", mark: "first" },
        { text: "d", mark: "none" },
      ],
    ]);
  });

  test("a range over a paragraph's end is marked in both, and only its beginning is the first", () => {
    expect(markParagraphs("ab\ncd", [{ start: 1, end: 4 }])).toEqual([
      [
        { text: "a", mark: "none" },
        { text: "b", mark: "first" },
      ],
      [
        { text: "c", mark: "later" },
        { text: "d", mark: "none" },
      ],
    ]);
  });

  test("a range that is only a line end marks nothing", () => {
    const runs = markParagraphs("ab\ncd", [{ start: 2, end: 3 }]).flat();
    expect(runs.map((run) => run.mark)).toEqual(["none", "none"]);
  });

  test("the runs of any text are that text, and marked is just what the ranges name", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "字", "𠮷", "\n", " ") });
    const range = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(text, fc.array(range, { maxLength: 4 }), (words, asked) => {
        const ranges = parseQuoteRanges(asked.map((pair) => pair.join("-")).join(","), words);
        const paragraphs = markParagraphs(words, ranges);
        expect(paragraphs.map((runs) => runs.map((run) => run.text).join("")).join("\n")).toBe(
          words,
        );
        const isNamed = (at: number) => ranges.some(({ start, end }) => start <= at && at < end);
        const named = unitsWhere(words, isNamed);
        const runs = paragraphs.flat();
        const marked = runs.filter((run) => run.mark !== "none").map((run) => run.text);
        expect(marked.join("")).toBe(named.replaceAll("\n", ""));
        expect(runs.filter((run) => run.mark === "first")).toHaveLength(marked.length > 0 ? 1 : 0);
      }),
    );
  });
});

function unitsWhere(text: string, isWanted: (at: number) => boolean): string {
  return text
    .split("")
    .filter((_, at) => isWanted(at))
    .join("");
}
