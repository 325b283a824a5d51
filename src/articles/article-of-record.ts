import type { ArticleRecord } from "../corpus/article-records.ts";
import type { Imprint } from "../corpus/page.ts";
import type { Article } from "./article.ts";

/** The article that a line of a `.jsonl` file brings whole; its id and its text are kept as they are. */
export function articleOfRecord(record: ArticleRecord, file: string, imprint: Imprint): Article {
  const date = record.date ?? imprint.date;
  const url = record.url ?? imprint.url;
  return {
    id: record.id,
    headline: record.title,
    ...(record.byline ? { byline: record.byline } : {}),
    captions: [],
    text: record.text,
    source: {
      file,
      lines: [record.line, record.line],
      ...(date === undefined ? {} : { date }),
      ...(imprint.edition === undefined ? {} : { edition: imprint.edition }),
      ...(imprint.page === undefined ? {} : { page: imprint.page }),
      ...(url === undefined ? {} : { url }),
    },
    lineSpans: [{ line: record.line, start: 0, end: record.text.length }],
  };
}
