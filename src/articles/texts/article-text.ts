import type { LineSpan } from "../article.ts";

/** A piece of a line that goes into an article's text. */
export interface TextPiece {
  readonly line: number;
  readonly text: string;
  /** It begins a paragraph or a subhead. */
  readonly starts: boolean;
}

/** The text of an article and the line that each stretch of it came from. */
export interface JoinedText {
  readonly text: string;
  readonly lineSpans: readonly LineSpan[];
}

/** Takes the hard wraps out: lines of a paragraph run on, paragraphs are joined by a line feed. */
export function joinPieces(pieces: readonly TextPiece[]): JoinedText {
  let text = "";
  let before = "";
  const lineSpans: LineSpan[] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    if (text !== "") text += piece.starts ? "\n" : wrapBlank(before, piece.text);
    const start = text.length;
    text += piece.text;
    before = piece.text;
    lineSpans.push({ line: piece.line, start, end: text.length });
  }
  return { text, lineSpans };
}

/** Joins the lines of a headline or a caption, with a blank only between Latin words. */
export function joinWraps(lines: readonly string[]): string {
  return joinPieces(lines.map((text) => ({ line: 0, text, starts: false }))).text;
}

/** Two Latin words on both sides of a wrap were one blank apart; Chinese has no blank to lose. */
function wrapBlank(before: string, after: string): string {
  return /[A-Za-z][,.;:]?$/u.test(before) && /^[A-Za-z]/u.test(after) ? " " : "";
}
