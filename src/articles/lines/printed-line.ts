import { isBlankText, type Line } from "../../corpus/page.ts";

/** A line as it looks on paper: without outer blanks, and as wide as it was set. */
export interface PrintedLine {
  readonly n: number;
  readonly text: string;
  /** In Chinese characters: a Latin letter, a digit or a blank is half of one. */
  readonly width: number;
}

/** The line as it was set; its text is empty where nothing was. */
export function printedLineOf(line: Line): PrintedLine {
  const text = withoutOuterBlanks(line.text);
  return { n: line.n, text, width: widthOf(text) };
}

/** The text of lines as one string, for comparing. */
export function textOf(lines: readonly PrintedLine[]): string {
  return lines.map((line) => line.text).join("");
}

/** The first of some lines; a line of nothing where there are none. */
export function firstOf(lines: readonly PrintedLine[]): PrintedLine {
  return lines[0] ?? NOTHING;
}

/** The last of some lines; a line of nothing where there are none. */
export function lastOf(lines: readonly PrintedLine[]): PrintedLine {
  return lines.at(-1) ?? NOTHING;
}

const NOTHING: PrintedLine = { n: 0, text: "", width: 0 };

// A regular expression that ends in `\s+$` takes quadratic time on a long gap inside a line.
function withoutOuterBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlankText(text.charAt(start))) start += 1;
  while (end > start && isBlankText(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

// Latin, Greek, Cyrillic and half-width forms; Chinese quotes and dashes are set full width.
const LAST_NARROW = 0x4ff;
const HALF_WIDTH_FORMS = [0xff61, 0xffdc] as const;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const half = code >= HALF_WIDTH_FORMS[0] && code <= HALF_WIDTH_FORMS[1];
    width += code <= LAST_NARROW || half ? 0.5 : 1;
  }
  return width;
}
