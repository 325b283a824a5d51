import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArticleRecords } from "../../src/corpus/article-records.ts";
import { UserError } from "../../src/errors.ts";
import { anyText } from "../helpers/any-text.ts";

const line = (record: object): string =>
  JSON.stringify({ id: "a", title: "题", text: "文", ...record });

describe("readArticleRecords", () => {
  test("gives each article with the number of its line, over blank lines and every line end", () => {
    const full = { date: "2022-09-30", url: "https://paper.example/4", byline: "记者 景静" };
    const text = `${line(full)}\r\n\n  \n${line({ id: "b", date: null })}\n`;
    expect(readArticleRecords(text, "a.jsonl")).toEqual([
      { id: "a", title: "题", text: "文", ...full, line: 1 },
      { id: "b", title: "题", text: "文", date: null, line: 4 },
    ]);
  });

  test("keeps every text as it is", () => {
    fc.assert(
      fc.property(anyText, anyText, (title, words) => {
        const text = `文${words}`;
        const [record] = readArticleRecords(line({ title, text }), "a.jsonl");
        expect([record?.title, record?.text]).toEqual([title, text]);
      }),
    );
  });

  test.each(["a", ".a", "A-1_2.3~4", "x".repeat(32)])("takes the id %s", (id) => {
    expect(readArticleRecords(line({ id }), "a.jsonl")[0]?.id).toBe(id);
  });

  const expected = 'Expected an article {"id","title","text","date"?,"url"?,"byline"?} in n.jsonl:2';
  const idRule = "1 to 32 letters, digits and - . _ ~, not only dots";
  test.each([
    [{ id: "x".repeat(33) }, "id", idRule],
    [{ id: "" }, "id", idRule],
    [{ id: "a/b" }, "id", idRule],
    [{ id: "新闻" }, "id", idRule],
    [{ id: "." }, "id", idRule],
    [{ id: ".." }, "id", idRule],
    [{ text: " \n" }, "text", "some text"],
    [{ date: "30.9.2022" }, "date", "a date such as 2022-09-30"],
    [{ date: "2022-02-30" }, "date", "a date such as 2022-09-30"],
    [{ url: "javascript:alert(1)" }, "url", "an http or https URL"],
  ])("refuses %j and says where and why", (wrong, key, rule) => {
    expect(() => readArticleRecords(`\n${line(wrong)}`, "n.jsonl")).toThrow(
      new UserError(`${expected}, but '${key}' must be ${rule}.`),
    );
  });

  test.each(["[]", "3", "null", '{"id":"a","title":"题"}', '{"id":1,"title":"题","text":"文"}'])(
    "refuses %s, which is no article",
    (source) => {
      expect(() => readArticleRecords(source, "n.jsonl")).toThrow(UserError);
      expect(() => readArticleRecords(source, "n.jsonl")).toThrow("in n.jsonl:1, but '");
    },
  );

  test("refuses a line that is not JSON and shows how it starts", () => {
    const broken = `{"id": "a", "title": "${"长".repeat(60)}`;
    expect(() => readArticleRecords(`${line({})}\n${broken}`, "n.jsonl")).toThrow(
      new UserError(`Expected a JSON object in n.jsonl:2, got '${broken.slice(0, 40)}'.`),
    );
  });

  test("refuses an id that comes twice and names both lines", () => {
    expect(() => readArticleRecords(`${line({})}\n\n${line({})}`, "n.jsonl")).toThrow(
      new UserError("Expected every id once, got 'a' in n.jsonl:3 and in line 1."),
    );
  });

  test("refuses a file without an article", () => {
    expect(() => readArticleRecords(" \n", "n.jsonl")).toThrow(
      new UserError("Expected articles, one a line, in 'n.jsonl', got an empty file."),
    );
  });
});
