import fc from "fast-check";

const codePoint = fc
  .integer({ min: 0, max: 0x10_ffff - 0x800 })
  // Without the halves of surrogate pairs, which no encoding has.
  .map((n) => String.fromCodePoint(n < 0xd800 ? n : n + 0x800));
const ascii = fc.integer({ min: 0, max: 0x7f }).map((n) => String.fromCodePoint(n));
const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((n) => String.fromCodePoint(n));
const awkward = fc.constantFrom(
  ...Array.from("。，” \n\r\t\u3000\u0085\u200b\u200d\u0301\ufeff\u2028"),
  "𠮷",
  "👨‍👩‍👧",
  "🇨🇳",
  "İ",
  "ß",
  "ﬁ",
  "①",
  "각",
);

/** Any text of Unicode, with much of what is awkward in it. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(codePoint, ascii, han, awkward), { maxLength: 40 })
  .map((characters) => characters.join(""));
