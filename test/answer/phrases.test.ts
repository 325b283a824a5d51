import { describe, expect, test } from "vitest";
import { phrasesFor } from "../../src/answer/phrases.ts";

const LANGUAGES = ["en", "zh", "zh-Hant", "ja", "ko", "ru", "es", "fr", "de", "ar", "vi"];

describe("phrasesFor", () => {
  test.each(LANGUAGES)("every phrase is there in %s, with both lines", (language) => {
    const { found, notFound, nearest, lines } = phrasesFor(language);
    expect(found).toMatch(/[:：]$/);
    expect(notFound).toMatch(/[.。]$/);
    expect(nearest).toMatch(/[:：]$/);
    expect(lines(185, 191)).toContain("185–191");
    expect(lines(7, 7)).toMatch(/^\D*7\D*$/);
  });

  test("no two languages say the same", () => {
    const said = LANGUAGES.map((language) => phrasesFor(language).found);
    expect(new Set(said).size).toBe(LANGUAGES.length);
  });

  test("one line is not called lines", () => {
    expect(phrasesFor("en").lines(7, 7)).toBe("line 7");
    expect(phrasesFor("en").lines(7, 9)).toBe("lines 7–9");
    expect(phrasesFor("zh").lines(7, 7)).toBe("第7行");
    expect(phrasesFor("zh").lines(7, 9)).toBe("第7–9行");
  });

  test.each([
    ["zh-Hant", "zh-Hant"],
    ["zh-TW", "zh"],
    ["zh-hans", "zh"],
    ["en-GB", "en"],
    ["pt", "en"],
    ["und", "en"],
    ["", "en"],
  ])("%j gets the words of %s", (language, spoken) => {
    expect(phrasesFor(language)).toBe(phrasesFor(spoken));
  });
});
