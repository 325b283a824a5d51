import { createHash } from "node:crypto";
import type { Correction } from "./correction.ts";

/** One line of a page as it stands in the file, without its line end. */
export interface Line {
  /** 1 is the first line of the file. */
  readonly n: number;
  readonly text: string;
}

/** Where and when something was printed, as far as it is known. */
export interface Imprint {
  /** ISO date, `2022-09-30`. */
  readonly date?: string;
  readonly edition?: string;
  /** The page as the paper names it: `A02`, `3`. */
  readonly page?: string;
  /** Where the public can read it. */
  readonly url?: string;
}

/** One printed page as text: its lines in file order, which is rarely the order of reading. */
export interface Page extends Imprint {
  /** Path below the corpus folder, with `/`. */
  readonly file: string;
  readonly lines: readonly Line[];
  /** An editor's cut of this page; one that does not fit the page is never here. */
  readonly correction?: Correction;
}

/** Where and when a page was printed, without the page. */
export function imprintOf({ date, edition, page, url }: Page): Imprint {
  return {
    ...(date === undefined ? {} : { date }),
    ...(edition === undefined ? {} : { edition }),
    ...(page === undefined ? {} : { page }),
    ...(url === undefined ? {} : { url }),
  };
}

/** Nothing was printed on the line. */
export function isBlank({ text }: Line): boolean {
  return isBlankText(text);
}

/** Nothing of the text is printed. Zero-width marks are no blanks for `trim`, but nothing printed either. */
export function isBlankText(text: string): boolean {
  return /^[\s\u200b-\u200d\u2060\ufeff]*$/u.test(text);
}

/** SHA-256 of a page's text, hexadecimal; its encoding and its kind of line end do not matter. */
export function digestOf(lines: readonly Line[]): string {
  const text = lines.map((line) => line.text).join("\n");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
