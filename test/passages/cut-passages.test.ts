import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutPassages } from "../../src/passages/cut-passages.ts";
import { splitSentences } from "../../src/passages/sentences.ts";
import { anyText } from "../helpers/any-text.ts";

const LIMIT = 240;

const passagesOf = (text: string): string[] =>
  cutPassages({ id: "a", text }).map(({ start, end }) => text.slice(start, end));

describe("cutPassages", () => {
  test("a short article is one passage with its sentences", () => {
    expect(cutPassages({ id: "a1", text: "  区委开会。\n会议结束。 " })).toEqual([
      {
        articleId: "a1",
        ordinal: 0,
        start: 2,
        end: 13,
        sentences: [
          { start: 2, end: 7 },
          { start: 8, end: 13 },
        ],
      },
    ]);
  });

  test("as many sentences go into a passage as fit", () => {
    const sentence = (length: number): string => `${"字".repeat(length - 1)}。`;
    const [a, b, c, d] = [sentence(100), sentence(140), sentence(2), sentence(238)];
    expect(passagesOf([a, b, c, d].join(""))).toEqual([a + b, c + d]);
  });

  test("blanks between two sentences count", () => {
    const half = `${"字".repeat(119)}。`;
    expect(passagesOf(`${half}\n${half}`)).toEqual([half, half]);
  });

  test("an article of nothing but blanks has no passage", () => {
    expect(cutPassages({ id: "a", text: " \n " })).toEqual([]);
  });

  test("passages are numbered, obey the limit and hold every sentence once, in order", () => {
    const text = fc
      .array(
        fc.oneof(
          anyText,
          fc.constantFrom("。", "，", "\n", " ", "𠮷👨‍👩‍👧"),
          fc.nat(260).map((count) => "字".repeat(count)),
        ),
        { maxLength: 15 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (it) => {
        const passages = cutPassages({ id: "a", text: it });
        expect(passages.flatMap(({ sentences }) => sentences)).toEqual(splitSentences(it));
        expect(passages.map(({ ordinal }) => ordinal)).toEqual(passages.map((_, i) => i));
        for (const { start, end, sentences } of passages) {
          expect([start, end]).toEqual([sentences[0]?.start, sentences.at(-1)?.end]);
          expect(end - start).toBeLessThanOrEqual(LIMIT);
        }
      }),
    );
  });

  test("two neighbours would not fit into one", () => {
    const text = fc
      .array(fc.nat(200), { maxLength: 12 })
      .map((lengths) => lengths.map((length) => `${"字".repeat(length)}。`).join("\n"));
    fc.assert(
      fc.property(text, (it) => {
        const passages = cutPassages({ id: "a", text: it });
        for (const [i, { start }] of passages.slice(0, -1).entries()) {
          expect((passages[i + 1]?.sentences[0]?.end ?? 0) - start).toBeGreaterThan(LIMIT);
        }
      }),
    );
  });
});
