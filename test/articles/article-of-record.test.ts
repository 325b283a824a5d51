import { expect, test } from "vitest";
import { articleOfRecord } from "../../src/articles/article-of-record.ts";

const record = { id: "a1", title: "新图书馆开馆", text: "第一段。\r\n第二段。", line: 3 };

test("a bare record gives a bare article on its one line", () => {
  expect(articleOfRecord(record, "b/a.jsonl", {})).toEqual({
    id: "a1",
    headline: "新图书馆开馆",
    captions: [],
    text: "第一段。\r\n第二段。",
    source: { file: "b/a.jsonl", lines: [3, 3] },
    lineSpans: [{ line: 3, start: 0, end: 10 }],
  });
});

test("what the record says wins over the imprint of its file, key by key", () => {
  const imprint = { date: "2022-09-30", edition: "二七时讯", page: "2", url: "https://p.example/" };
  const said = { date: "2022-10-01", url: null, byline: "记者 景静" };
  expect(articleOfRecord({ ...record, ...said }, "a.jsonl", imprint)).toMatchObject({
    byline: "记者 景静",
    source: {
      file: "a.jsonl",
      lines: [3, 3],
      date: "2022-10-01",
      edition: "二七时讯",
      page: "2",
      url: "https://p.example/",
    },
  });
});

test.each([null, ""])("a byline of %j is none", (byline) => {
  expect(articleOfRecord({ ...record, byline }, "a.jsonl", {})).not.toHaveProperty("byline");
});
