import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseNumber, valuesOf } from "../../src/indexing/numbers.ts";

describe("valuesOf", () => {
  test.each([
    ["二十八", ["28"]],
    ["十五家", ["15"]],
    ["一百零五", ["105"]],
    ["两百", ["200"]],
    ["二〇二二年", ["2022"]],
    ["120万", ["1200000"]],
    ["一百二十万", ["1200000"]],
    ["1,200,000", ["1200000"]],
    ["1.2 million", ["1200000"]],
    ["1.5万亿", ["1500000000000"]],
    ["3,200点，3千人", ["3200", "3000"]],
  ])("%s gives %j", (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  test.each(["28", "3.5", "二七区", "三个", "十三五", "万人", "1,2", "9".repeat(30)])(
    "%s says nothing that its words do not say",
    (text) => {
      expect(valuesOf(text)).toEqual([]);
    },
  );

  test("every value is digits, with at most two behind a point", () => {
    const piece = fc.constantFrom(
      ...Array.from("〇零一二两三九十百千万亿年0123456789., "),
      " million",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const value of valuesOf(pieces.join(""))) expect(value).toMatch(/^\d+(?:\.\d{1,2})?$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("chineseNumber", () => {
  test("reads back every number as it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
        expect(chineseNumber(inChinese(number))).toBe(number);
      }),
    );
  });

  test.each(["十三五", "猫"])("%s is none", (written) => {
    expect(chineseNumber(written)).toBeNaN();
  });
});

/** As it is read aloud, zeros told once: 一百零五, 三千零五十万. */
function inChinese(number: number): string {
  if (number >= 1e8) return `${inChinese(Math.floor(number / 1e8))}亿${rest(number % 1e8, 1e7)}`;
  if (number >= 1e4) return `${inChinese(Math.floor(number / 1e4))}万${rest(number % 1e4, 1e3)}`;
  const figures = Array.from(String(number), Number);
  const units = ["", "十", "百", "千"];
  return figures
    .map((figure, i) => {
      if (figure > 0)
        return `${"〇一二三四五六七八九"[figure] ?? ""}${units[figures.length - 1 - i] ?? ""}`;
      return figures.slice(i + 1).some((later) => later > 0) ? "零" : "";
    })
    .join("")
    .replaceAll(/零+/gu, "零");
}

function rest(number: number, below: number): string {
  if (number === 0) return "";
  return `${number < below ? "零" : ""}${inChinese(number)}`;
}
