import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/corpus/decode-text.ts";
import { UserError } from "../../src/errors.ts";
import { commonCharacters, encodeGb18030 } from "./gb18030.ts";
import { anyText } from "../helpers/any-text.ts";

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const utf16le = (text: string): Uint8Array => Buffer.from(text, "utf16le");
const utf16be = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();

const MARK = "\ufeff";
const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ["UTF-8", utf8],
  ["UTF-8 with its mark", (text) => utf8(MARK + text)],
  ["UTF-16LE", utf16le],
  ["UTF-16LE with its mark", (text) => utf16le(MARK + text)],
  ["UTF-16BE", utf16be],
  ["UTF-16BE with its mark", (text) => utf16be(MARK + text)],
  ["GB18030", encodeGb18030],
];

/** Lines of a page as a PDF gives them: Chinese with its punctuation, some digits and Latin letters. */
const page = fc
  .array(
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...commonCharacters()) },
        { weight: 2, arbitrary: fc.constantFrom(...Array.from("，。、；：“”《》（）　—…％①")) },
        { weight: 1, arbitrary: fc.constantFrom(...Array.from("0123456789 ABab.,-")) },
      ),
      { minLength: 4, maxLength: 20 },
    ),
    { minLength: 6, maxLength: 30 },
  )
  .map((lines) => lines.map((line) => line.join("")).join("\n"));

describe("decodeText", () => {
  test.each(ENCODINGS)("a page comes back from %s as it was", (_, encode) => {
    fc.assert(
      fc.property(page, (text) => {
        expect(decodeText(encode(text), "page.txt")).toBe(text);
      }),
    );
  });

  test.each(ENCODINGS)("an English page with typographic quotes comes back from %s", (_, encode) => {
    const text = "the district held its meeting “on building a better style of work” last friday. ";
    expect(decodeText(encode(text.repeat(3)), "page.txt")).toBe(text.repeat(3));
  });

  test.each(ENCODINGS)("one line of Chinese without a blank comes back from %s", (_, encode) => {
    const text = "能力作风建设年活动总结会召开，区委副书记出席会议并讲话。";
    expect(decodeText(encode(text), "page.txt")).toBe(text);
  });

  test("any text at all comes back from UTF-8, but for control characters and its mark", () => {
    const text = anyText.filter((it) => !/[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/u.test(it));
    fc.assert(
      fc.property(text, (it) => {
        expect(decodeText(utf8(it), "page.txt")).toBe(it);
      }),
    );
  });

  test("an empty file is an empty text", () => {
    expect(decodeText(new Uint8Array(), "page.txt")).toBe("");
  });

  test("a stray control character of a PDF tool does no harm", () => {
    const text = `${"二七区".repeat(40)}\u0003${"新闻".repeat(20)}`;
    expect(decodeText(utf8(text), "page.txt")).toBe(text);
  });

  const random = fc.sample(fc.uint8Array({ minLength: 400, maxLength: 400 }), {
    numRuns: 1,
    seed: 7,
  })[0];
  test.each([
    ["a program", [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0]],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48]],
    ["an archive", [0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xb5, 0x55]],
    ["random bytes", random ?? []],
    ["zeros", new Array<number>(300).fill(0)],
    ["a mark with half a character behind it", [0xff, 0xfe, 0x2d]],
    ["UTF-8 that breaks off behind its mark", [0xef, 0xbb, 0xbf, 0xe4, 0xb8]],
  ])("refuses %s and names the file", (_, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes), "scan/004.txt")).toThrow(
      new UserError(
        "Expected text in UTF-8, UTF-16 or GB18030, got other bytes in 'scan/004.txt'. Save it as UTF-8 text, or take it out of the corpus.",
      ),
    );
  });

  test("never takes random bytes for text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 100, maxLength: 500 }), (bytes) => {
        // The generator likes runs of equal bytes; noise has most of its 256 values.
        fc.pre(new Set(bytes).size > 60);
        expect(() => decodeText(bytes, "noise.txt")).toThrow(UserError);
      }),
    );
  });
});
