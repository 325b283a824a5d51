import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinPieces, joinWraps } from "../../../src/articles/texts/article-text.ts";

describe("joinPieces", () => {
  it("joins wrapped lines without a blank and paragraphs with a line feed", () => {
    const { text, lineSpans } = joinPieces([
      { line: 4, text: "春天", starts: true },
      { line: 5, text: "来了。", starts: false },
      { line: 9, text: "花开。", starts: true },
    ]);
    expect(text).toBe("春天来了。\n花开。");
    expect(lineSpans).toEqual([
      { line: 4, start: 0, end: 2 },
      { line: 5, start: 2, end: 5 },
      { line: 9, start: 6, end: 9 },
    ]);
  });

  it("puts back the blank between two Latin words, and no other", () => {
    expect(joinWraps(["Belt and", "Road 倡议", "GDP", "100"])).toBe("Belt and Road 倡议GDP100");
  });

  it("gives every line its own stretch, and nothing is between stretches but a joint", () => {
    const piece = fc.record({ line: fc.nat(), text: fc.string(), starts: fc.boolean() });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { text, lineSpans } = joinPieces(pieces);
        const printed = pieces.filter((one) => one.text !== "");
        expect(lineSpans.map((span) => text.slice(span.start, span.end))).toEqual(
          printed.map((one) => one.text),
        );
        let end = 0;
        for (const span of lineSpans) {
          expect(["", "\n", " "]).toContain(text.slice(end, span.start));
          end = span.end;
        }
        expect(end).toBe(text.length);
      }),
    );
  });
});
