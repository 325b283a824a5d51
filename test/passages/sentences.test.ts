import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SENTENCE, splitSentences } from "../../src/passages/sentences.ts";
import { anyText } from "../helpers/any-text.ts";

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Any text, and a text of what makes cutting hard: blanks, clause ends, emoji families, heaps of accents. */
const hardText = fc.oneof(
  anyText,
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "。",
          "”",
          "，",
          " ",
          "\u3000",
          "\n",
          "字",
          "a",
          "3.5",
          "𠮷",
          "👨‍👩‍👧",
          "🇨🇳",
          "\ud83d",
        ),
        fc.nat(300).map((count) => "字".repeat(count)),
        fc.nat(150).map((count) => "👨".repeat(count)),
        fc.nat(300).map((count) => `e${"\u0301".repeat(count)}`),
        fc.nat(150).map((count) => "👩\u200d".repeat(count)),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

describe("splitSentences", () => {
  test.each([
    ["区委召开会议。会议指出：要抓落实！", ["区委召开会议。", "会议指出：要抓落实！"]],
    ["他说：“好。”大家笑了。", ["他说：“好。”", "大家笑了。"]],
    ["第一段\n第二段\r\n\n第三段", ["第一段", "第二段", "第三段"]],
    ["\u3000\u3000开头空格。  中间空格。 \n", ["开头空格。", "中间空格。"]],
    ["Growth was 3.5 per cent. It rose.", ["Growth was 3.5 per cent.", "It rose."]],
    ["没有句号", ["没有句号"]],
    ["", []],
    [" \n\u3000", []],
  ])("%j is cut at its sentence ends and line breaks", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test("a sentence that just fits is left whole", () => {
    expect(sentencesOf("字".repeat(MAX_SENTENCE))).toEqual(["字".repeat(MAX_SENTENCE)]);
  });

  test("a longer one is cut behind its last clause that fits", () => {
    const clauses = ["字".repeat(100), "词".repeat(100), "句".repeat(100)];
    expect(sentencesOf(clauses.join("，"))).toEqual([
      `${"字".repeat(100)}，${"词".repeat(100)}，`,
      "句".repeat(100),
    ]);
  });

  test("one without clauses is cut where the limit is", () => {
    expect(sentencesOf("字".repeat(500)).map(({ length }) => length)).toEqual([240, 240, 20]);
  });

  test("an emoji of several characters is not cut at the limit", () => {
    const family = "👨‍👩‍👧";
    expect(sentencesOf("字".repeat(236) + family + "字")).toEqual([
      "字".repeat(236),
      `${family}字`,
    ]);
  });

  test("a clause end far back leaves no rest that is too long", () => {
    const text = `，${"字".repeat(239)}👨`;
    expect(sentencesOf(text)).toEqual(["，", "字".repeat(239), "👨"]);
  });

  test("a heap of accents that no sentence can hold is cut between them", () => {
    expect(sentencesOf(`e${"\u0301".repeat(300)}`)).toEqual([
      `e${"\u0301".repeat(239)}`,
      "\u0301".repeat(61),
    ]);
  });

  test("a long text without line breaks is cut as its parts are", () => {
    const parts = Array.from({ length: 300 }, (_, i) => `第${i}次会议，在区里召开。`);
    expect(sentencesOf(parts.join(""))).toEqual(parts);
  });

  test("sentences ascend, never overlap, are short and have no blanks around them", () => {
    fc.assert(
      fc.property(hardText, (text) => {
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(MAX_SENTENCE);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("every character that is not blank lies in a sentence", () => {
    fc.assert(
      fc.property(hardText, (text) => {
        expect(sentencesOf(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  test("no surrogate pair is cut", () => {
    fc.assert(
      fc.property(hardText, (text) => {
        for (const { start, end } of splitSentences(text)) {
          expect(isInsidePair(text, start) || isInsidePair(text, end)).toBe(false);
        }
      }),
    );
  });

  test.each(["字", "a", "字，", "今天天气好。", "𠮷", "e\u0301"])(
    "100,000 characters of %j take less than a second",
    (unit) => {
      const text = unit.repeat(100_000 / unit.length);
      const start = performance.now();
      const sentences = splitSentences(text);
      expect(performance.now() - start).toBeLessThan(1_000);
      expect(sentences.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(text.length);
    },
  );

  test("100,000 accents on one letter take less than a second", () => {
    const start = performance.now();
    expect(splitSentences(`a${"\u0301".repeat(99_999)}`)).toHaveLength(417);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

function isInsidePair(text: string, index: number): boolean {
  return index > 0 && /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(index - 1, index + 1));
}
