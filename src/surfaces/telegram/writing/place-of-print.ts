import { phrasesFor } from "../../../answer/phrases.ts";
import type { ArticleSource } from "../../../articles/article.ts";

/**
 * When and where something was printed, in words: the date and the page as far as they are known, and
 * without a page the file and the lines, which are then the only way to look it up.
 */
export function placeOfPrint(source: ArticleSource, language: string): string {
  const { date, page, file, lines } = source;
  const parts = [
    date === undefined ? undefined : dateIn(date, language),
    page === undefined ? file.slice(file.lastIndexOf("/") + 1) : pageIn(page, language),
    page === undefined ? phrasesFor(language).lines(...lines) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(isChinese(language) ? "，" : ", ");
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function dateIn(date: string, language: string): string {
  const time = ISO_DATE.test(date) ? Date.parse(date) : NaN;
  // Anything else is shown as the paper has it: `Date` would make 1 January of "autumn 2022".
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(time);
}

function pageIn(page: string, language: string): string {
  return isChinese(language) ? `第${page}版` : `p. ${page}`;
}

function isChinese(language: string): boolean {
  return /^zh\b/.test(language);
}
