import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentsOf } from "../../src/passages/segments.ts";

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const sentences = new Intl.Segmenter("zh", { granularity: "sentence" });

const plain = (segmenter: Intl.Segmenter, text: string) =>
  Array.from(segmenter.segment(text), ({ segment, index }) => ({ segment, index }));

/** Long enough for several windows, with characters of many parts wherever a window ends. */
const longText = fc
  .array(fc.constantFrom("字", "a", "𠮷", "👨‍👩‍👧", "🇨🇳", "e\u0301", "각", "\r\n", "क्षि"), {
    minLength: 20,
    maxLength: 60,
  })
  .map((parts) => parts.join("").repeat(30));

describe("segmentsOf", () => {
  test("gives the graphemes that the segmenter gives for the whole text", () => {
    fc.assert(
      fc.property(longText, (text) => {
        expect([...segmentsOf(graphemes, text)]).toEqual(plain(graphemes, text));
      }),
      { numRuns: 30 },
    );
  });

  test.each([0, 10, 900, 990, 1000, 2500])(
    "and the sentences, one of %d characters too",
    (length) => {
      const text = `会议召开。${"字".repeat(length)}。${"他说：“好！”大家同意。\n".repeat(300)}`;
      expect([...segmentsOf(sentences, text)]).toEqual(plain(sentences, text));
    },
  );

  test("an emoji that goes on behind a window stays whole", () => {
    const flag = "🏴‍☠️";
    for (let before = 990; before <= 1002; before++) {
      const text = `${"字".repeat(before)}${flag}${"字".repeat(100)}`;
      expect([...segmentsOf(graphemes, text)].map(({ segment }) => segment)).toContain(flag);
    }
  });

  test("an empty text has no segments", () => {
    expect([...segmentsOf(graphemes, "")]).toEqual([]);
  });
});
