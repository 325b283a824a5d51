import { escapeHtml } from "./html.ts";

/** Most UTF-16 units of a piece once its characters are escaped. */
export interface PieceLimits {
  readonly first: number;
  readonly rest: number;
}

// As a reader sees them: an emoji of a whole family is one.
const CHARACTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Cuts a text into pieces that fit when escaped: after a line or a sentence where there is one, never
 * inside a character as a reader sees it. The pieces joined are the text.
 */
export function splitText(text: string, limits: PieceLimits): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest !== "") {
    const piece = firstPiece(rest, pieces.length === 0 ? limits.first : limits.rest);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}

/** The text, or as much of it as fits with an ellipsis behind. */
export function shorten(text: string, limit: number): string {
  if (escapeHtml(text).length <= limit) return text;
  return `${text.slice(0, lengthThatFits(text, limit - 1)).trimEnd()}…`;
}

function firstPiece(text: string, limit: number): string {
  const longest = text.slice(0, lengthThatFits(text, limit));
  return longest === text ? text : longest.slice(0, naturalEnd(longest) ?? longest.length);
}

// By halving: how much escaping adds is only known by doing it.
function lengthThatFits(text: string, limit: number): number {
  let low = 0;
  let high = Math.min(text.length, limit);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (escapeHtml(text.slice(0, middle)).length <= limit) low = middle;
    else high = middle - 1;
  }
  return low === text.length ? low : characterStart(text, low);
}

function characterStart(text: string, index: number): number {
  const start = CHARACTERS.segment(text).containing(index)?.index ?? index;
  if (start > 0) return start;
  // A single character thousands of accents long: then at least no surrogate pair is cut.
  return (text.codePointAt(index - 1) ?? 0) > 0xffff ? index - 1 : index;
}

// Best first. A mark that an accent or a joiner follows is not an end.
const ENDS = [
  /\n/g,
  /[。！？!?；;…][”’"』」）)]*(?![\p{M}\u200D”’"』」）)])|[.](?=\s)/gu,
  /[\s，、,](?![\p{M}\u200D])/gu,
];

function naturalEnd(piece: string): number | undefined {
  for (const pattern of ENDS) {
    const last = [...piece.matchAll(pattern)].at(-1);
    // An end in the first half would leave too short a piece.
    if (last !== undefined && last.index >= piece.length / 2) return last.index + last[0].length;
  }
  return undefined;
}
