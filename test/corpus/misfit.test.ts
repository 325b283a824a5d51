import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { misfitOf } from "../../src/corpus/misfit.ts";
import { digestOf, isBlank, type Page } from "../../src/corpus/page.ts";
import { readCorrection } from "../../src/corpus/read-correction.ts";
import { readPage } from "../../src/corpus/read-page.ts";
import { UserError } from "../../src/errors.ts";

const TEXT = "■城事\n\n猫展开幕\n\n本报讯 猫在东街，\n\n门票免费。\n记者 王明\n狗在西街叫了一夜。\n";
const PAGE = readPage(TEXT, "a/004.txt", {});
const OLD = `sha256: ${"0".repeat(64)}`;

const yamlOf = (first: readonly string[], other: readonly string[], mark = ""): string =>
  [
    mark,
    "articles:",
    "  - begins: 本报讯猫在",
    "    order:",
    ...first.map((entry) => `      - ${entry}`),
    "  - begins: 狗在西街",
    "    order: [9 body]",
    "elsewhere:",
    ...other.map((entry) => `  - ${entry}`),
  ].join("\n");
const WHOLE = ["3 headline", "5-7 body", "8 byline"];

const misfit = (yaml: string, page: Page = PAGE) =>
  misfitOf(readCorrection(yaml, "a/004.articles.yaml"), page);

describe("a correction of the page as it is", () => {
  test.each(["", `sha256: ${digestOf(PAGE.lines)}`, "lines: 9"])("fits when every line is named once (%s)", (mark) => {
    expect(misfit(yamlOf(WHOLE, ["1 section"], mark))).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ["a line twice", yamlOf(["3 headline", "5-7 body", "7-8 byline"], ["1 section"]), "line 7: expected every line of the page once, got page line 7 here and in line 6 ('5-7 body')."],
    ["a line nowhere", yamlOf(["3 headline", "5-7 body"], ["1 section"]), "line 6: expected every line of the page once, got page line 8 ('记者 王明') in no article and not elsewhere."],
    ["the first line nowhere", yamlOf(WHOLE, ["2-3 noise"]).replace("      - 3 headline\n", ""), "line 1: expected every line of the page once, got page line 1 ('■城事') in no article and not elsewhere."],
    ["a line that the page has not", yamlOf(WHOLE, ["1 section", "10-9999999 noise"]), "line 12: expected lines from 1 to 9, got page line 10-9999999."],
    ["blank lines only", yamlOf(WHOLE, ["1 section", "2 noise"]), "line 12: expected printed lines, got only blank ones in page line 2."],
    ["no body line", yamlOf(["3 headline", "8 byline"], ["1 section", "5-7 noise"]), "line 3: expected a body line in every article, got none (page line 3 is headline)."],
    ["no line at all", yamlOf([], ["1-8 noise"]), "line 3: expected a body line in every article, got no line."],
    ["another number of lines", yamlOf(WHOLE, ["1 section"], "lines: 8"), "line 1: expected a page of 8 lines, got 9."],
  ])("that has %s is refused with both lines and what to do", (_, yaml, message) => {
    expect(() => misfit(yaml)).toThrow(
      new UserError(
        `'a/004.articles.yaml', ${message} Mend it, or delete the file to go back to the program's cut.`,
      ),
    );
  });

  test("fits exactly when each printed line is named once", () => {
    const entry = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.nat(2))
      .map(([first, more]) => [first, Math.min(8, first + more)] as const);
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (ranges) => {
        const named = ranges.flatMap(([first, last]) =>
          PAGE.lines.slice(first - 1, last).filter((line) => !isBlank(line)),
        );
        const numbers = named.map(({ n }) => n).sort((a, b) => a - b);
        const empty = ranges.some(([first, last]) => PAGE.lines.slice(first - 1, last).every(isBlank));
        const right = !empty && numbers.join() === "1,3,5,7,8";
        const yaml = yamlOf(ranges.map(([first, last]) => `${first}-${last} body`), []);
        if (right) expect(misfit(yaml)).toBeUndefined();
        else expect(() => misfit(yaml)).toThrow(UserError);
      }),
    );
  });
});

describe("a correction of a page that has changed", () => {
  test("still fits when its lines are where they were and its articles begin as they did", () => {
    expect(misfit(yamlOf(WHOLE, ["1 section"], OLD))).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ["a line more", `${TEXT}猫。\n`, "line 7: expected"],
    ["a line where there was a blank one", TEXT.replace("事\n\n", "事\n天\n"), "expected every line of the page once, got page line 2 ('天')"],
    ["other first words", TEXT.replace("狗在", "鸟在"), "expected an article that begins '狗在西街', got page line 9 ('鸟在西街叫了一夜。')"],
  ])("is not used with %s; the reason and the remedy are named", (_, text, reason) => {
    const sentence = misfit(yamlOf(WHOLE, ["1 section"], OLD), readPage(text, "a/004.txt", {})) ?? "";
    expect(sentence).toContain(
      "The page 'a/004.txt' has changed, and its correction 'a/004.articles.yaml' no longer fits (line ",
    );
    expect(sentence).toContain(reason.replace("line 7: ", ""));
    expect(sentence).toContain("The program's cut is used. Mend the correction's lines and take out its sha256");
  });

  test("is not used when an article does not say how it begins", () => {
    const yaml = yamlOf(WHOLE, ["1 section"], OLD).replace("begins: 狗在西街", "headline: 狗");
    expect(misfit(yaml)).toContain("expected an article that begins its first words in 'begins', got page line 9");
  });

  test("names the page that it was written for when that is another", () => {
    const yaml = yamlOf(WHOLE, ["1 section"], `page: 003.txt\nlines: 8\n${OLD}`);
    expect(misfit(yaml)).toContain("'a/004.articles.yaml' (written for '003.txt') no longer fits (line 2: expected a page of 8 lines, got 9)");
  });
});
