import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorrection } from "../../src/corpus/read-correction.ts";
import { UserError } from "../../src/errors.ts";
import { anyText } from "../helpers/any-text.ts";

const FILE = "a/004.articles.yaml";
const read = (text: string) => readCorrection(text, FILE);

const WHOLE = `# A comment
page: 004.txt
lines: 12
sha256: ${"ABCDEF01".repeat(8)}
articles:
  - headline: 2022
    begins: 本报讯 今天
    order:
      - 3-4 headline   # 猫
      - 9 – 11 body
      - 6 body+
  - order: [7 body]
    byline: 记者 王明
    subheadline: "三: 天"
elsewhere:
  - 1 section
`;

describe("readCorrection", () => {
  test("gives what the file says, and the line that says it", () => {
    expect(read(WHOLE)).toEqual({
      file: FILE,
      madeFor: { at: 3, page: "004.txt", lines: 12, sha256: "abcdef01".repeat(8) },
      articles: [
        {
          at: 6,
          headline: "2022",
          begins: "本报讯 今天",
          order: [
            { at: 9, first: 3, last: 4, role: "headline", goesOn: false },
            { at: 10, first: 9, last: 11, role: "body", goesOn: false },
            { at: 11, first: 6, last: 6, role: "body", goesOn: true },
          ],
        },
        {
          at: 12,
          byline: "记者 王明",
          subheadline: "三: 天",
          order: [{ at: 12, first: 7, last: 7, role: "body", goesOn: false }],
        },
      ],
      elsewhere: [{ at: 16, first: 1, last: 1, role: "section", goesOn: false }],
    });
  });

  test("only the articles are needed, and a list may have lost its last entry", () => {
    expect(read("articles:\nelsewhere:\n")).toMatchObject({ articles: [], elsewhere: [] });
    expect(read("articles: []")).toMatchObject({ articles: [], elsewhere: [] });
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ["an empty file", "", "line 1: expected page, lines, sha256, articles and elsewhere, got nothing."],
    ["a list", "\n- a\n", "line 2: expected page, lines, sha256, articles and elsewhere, got a list."],
    ["no articles", "page: x\n", "line 1: expected a list of articles, got nothing."],
    ["an article in words", "articles:\n- x\n", "line 2: expected order, headline, subheadline, byline and begins, got 'x'."],
    ["a key that is not known", "articles:\n- order: []\n  headlin: x\n", "line 3: expected no other keys than order, headline, subheadline, byline and begins, got 'headlin'."],
    ["a headline of several values", "articles:\n- order: []\n  headline:\n  - x\n", "line 3: expected a headline in words, got a list."],
    ["a wrong number of lines", "lines: -3\narticles: []\n", "line 1: expected the number of the page's lines, got '-3'."],
    ["half a digest", "articles: []\nsha256: abc\n", "line 2: expected 64 hexadecimal digits, got 'abc'."],
    ["a role that there is not", "articles:\n- order:\n  - 2 body\n  - 3 bdy # x\n", "line 4: expected lines of the page and what they are, such as '6-21 body' (one of headline, subheadline, byline, subhead, body, caption), got '3 bdy'."],
    ["noise in an article", "articles:\n- order:\n  - 2 noise\n", "line 3: expected lines of the page and what they are, such as '6-21 body' (one of headline, subheadline, byline, subhead, body, caption), got '2 noise'."],
    ["lines that count down", "articles:\n- order:\n  - 5-4 body\n", "line 3: expected lines that count up from 1, such as '6-21 body', got '5-4 body'."],
    ["line 0", "articles: []\nelsewhere:\n  - 0 noise\n", "line 3: expected lines that count up from 1, such as '6-21 body', got '0 noise'."],
    ["a headline that goes on", "articles:\n- order:\n  - 5 headline+\n", "line 3: expected '+' only behind body, subhead or caption, got '5 headline+'."],
    ["a key twice", "articles: []\narticles: []\n", "line 2: expected every key once, got 'articles' again."],
    ["a key that is a list", "articles: []\n? [a]\n: b\n", "line 2: expected a word as key, got a list or keys."],
    ["a reference", "page: &a x\narticles:\n- *a\n", "line 3: expected words, got a reference to another place (*)."],
    ["no YAML", "articles:\n- order: [\n", "line 3: it is no YAML (Flow sequence in block collection must be sufficiently indented and end with a ])."],
    ["two documents", "articles: []\n---\narticles: []\n", "line 2: it is no YAML (Source contains multiple documents; please use YAML.parseAllDocuments())."],
    ["values nested deeply", `articles:\n  - ${"[".repeat(200_000)}`, "line 2: expected articles with lists of lines, got values nested deeply."],
    ["a text that is too long", "#".repeat(1_000_001), "line 1: expected at most 1000000 characters, got 1000001."],
  ];

  test.each(refused)("%s is refused with its line and what to do", (_, text, message) => {
    expect(() => read(text)).toThrow(UserError);
    expect(() => read(text)).toThrow(`'${FILE}', ${message} `);
    expect(() => read(text)).toThrow(/Mend it.*, or delete the file to go back to the program's cut\.$/);
  });

  test("many keys take no long time", () => {
    const keys = Array.from({ length: 40_000 }, (_, i) => `k${i}: x\n`).join("");
    expect(() => read(keys)).toThrow("line 1: expected a list of articles, got nothing");
  });

  const pieces = fc.oneof(
    fc.constantFrom("articles:", "elsewhere:", "- order:", "headline:", "3-4 body", "- ", "  ", "\n", "\n"),
    fc.constantFrom("[", "{", "&a", "*a", "!!int", "|", ">", "'", '"', "? ", "<<:", "%YAML", "---", "#", "\t"),
    fc.constantFrom("__proto__:", "constructor:", "lines: 99999999999", "1-9999999 body", "0 noise"),
    anyText,
  );

  test("throws nothing but a UserError, whatever the text is", () => {
    const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (yaml) => {
        expect(outcomeOf(yaml)).toMatch(/^(read|refused)$/);
      }),
      { numRuns: 2000 },
    );
  });

  test("throws nothing but a UserError, whatever becomes of a good one", () => {
    const change = fc.tuple(fc.nat(WHOLE.length), fc.nat(30), pieces);
    fc.assert(
      fc.property(change, ([at, length, text]) => {
        const yaml = WHOLE.slice(0, at) + text + WHOLE.slice(at + length);
        expect(outcomeOf(yaml)).toMatch(/^(read|refused)$/);
      }),
      { numRuns: 1000 },
    );
  });
});

function outcomeOf(yaml: string): string {
  try {
    read(yaml);
    return "read";
  } catch (error) {
    return error instanceof UserError ? "refused" : String(error);
  }
}
