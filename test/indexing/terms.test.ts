import SqliteDatabase from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSimplified } from "../../src/corpus/simplified.ts";
import { termsOf } from "../../src/indexing/terms.ts";
import { anyText } from "../helpers/any-text.ts";

// Of ASCII, digits and small letters only.
const WORD_OR_NUMBER = /^(?:[^\s\0-/:-`{-\x7f]+|\p{Nd}+\.\p{Nd}+)$/u;

describe("termsOf", () => {
  test.each([
    ["能力作风", ["能力", "力作", "作风"]],
    ["书", ["书"]],
    ["A股涨3.5%，收报3,200点", ["a", "股涨", "3.5", "收报", "3", "200", "点", "3200"]],
    ["九月二十八日", ["九月", "月二", "二十", "十八", "八日", "28", "m9", "m9d28"]],
    ["The Meeting's END", ["the", "meeting", "s", "end"]],
    ["covid19 5G", ["covid", "19", "5", "g"]],
    ["ひらがなカタ", ["ひら", "らが", "がな", "なカ", "カタ"]],
    ["절차가", ["절차", "차가"]],
    ["𠮷野家", ["𠮷野", "野家"]],
    ["Что решили", ["что", "решили"]],
    ["cafe\u0301 naïve", ["café", "naïve"]],
    ["ما الذي", ["ما", "الذي"]],
    ["猫 狗，猫", ["猫", "狗", "猫"]],
    ["1.2.3", ["1.2", "3"]],
    ["①㎏", ["1", "kg"]],
    ["!?—《》 \n", []],
    ["", []],
  ])("%j gives %j", (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test.each([
    ["二七紀念館入選了什麼", "二七纪念馆入选了什么"],
    ["老舊片區怎麼改造", "老旧片区怎么改造"],
    ["ＡＢＣ　１２３．５", "abc 123.5"],
    ["ﾈｺ", "ネコ"],
  ])("%s gives the terms of %s", (text, other) => {
    expect(termsOf(text)).toEqual(termsOf(other));
  });

  const han = fc.array(fc.integer({ min: 0x4e00, max: 0x9fff }), { minLength: 2, maxLength: 20 });
  test("every two neighbours of a Chinese run are a term, and nothing else is but a value", () => {
    fc.assert(
      fc.property(han, (codes) => {
        const run = Array.from(toSimplified(String.fromCodePoint(...codes).normalize("NFKC")));
        fc.pre(run.every((character) => /\p{Script=Han}/u.test(character)));
        const pairs = run.slice(1).map((character, i) => `${run[i] ?? ""}${character}`);
        const terms = termsOf(String.fromCodePoint(...codes));
        expect(terms.slice(0, pairs.length)).toEqual(pairs);
        for (const value of terms.slice(pairs.length)) expect(value).toMatch(/^[md\d]+$/);
      }),
    );
  });

  const printable = fc.array(fc.integer({ min: 0x21, max: 0x7e }), { maxLength: 30 });
  test("wide letters, digits and marks count as narrow ones, in either case", () => {
    fc.assert(
      fc.property(printable, (codes) => {
        const narrow = String.fromCodePoint(...codes);
        const wide = String.fromCodePoint(...codes.map((code) => code + 0xfee0));
        expect(termsOf(wide)).toEqual(termsOf(narrow));
        expect(termsOf(narrow.toUpperCase())).toEqual(termsOf(narrow));
      }),
    );
  });

  test("no term is empty or has a blank or a mark in it, but for the point of a number", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const term of termsOf(text)) expect(term).toMatch(WORD_OR_NUMBER);
      }),
      { numRuns: 500 },
    );
  });

  test("the index finds in its terms what was put there", () => {
    const database = new SqliteDatabase(":memory:");
    database.exec(`CREATE VIRTUAL TABLE terms USING fts5 (body, tokenize = 'ascii');
                   CREATE VIRTUAL TABLE kept USING fts5vocab (terms, instance)`);
    fc.assert(
      fc.property(anyText, (text) => {
        const terms = termsOf(text);
        database.prepare("DELETE FROM terms").run();
        database.prepare("INSERT INTO terms (body) VALUES (?)").run(terms.join(" "));
        const kept = database.prepare("SELECT term FROM kept ORDER BY offset").pluck().all();
        // The point of a number parts it in two, which a quoted query looks for side by side.
        expect(kept).toEqual(terms.flatMap((term) => term.split(".")));
      }),
      { numRuns: 500 },
    );
    database.close();
  });
});
