import { UserError } from "../errors.ts";
import type { Imprint, Page } from "./page.ts";

/** A page's text as its lines. Throws `UserError` when there is nothing but blanks. */
export function readPage(text: string, file: string, imprint: Imprint): Page {
  if (text.trim() === "") {
    throw new UserError(
      `Expected the text of a page in '${file}', got an empty page. Fill it, or take it out of the corpus.`,
    );
  }
  const lines = text.replace(FINAL_LINE_END, "").split(LINE_END);
  return { ...imprint, file, lines: lines.map((line, i) => ({ n: i + 1, text: line })) };
}

/** Line ends of every system; some PDF tools put a form feed between pages. */
const LINE_END = /\r\n|[\n\r\f\u2028\u2029]/;
const FINAL_LINE_END = /(?:\r\n|[\n\r\f\u2028\u2029])$/;
