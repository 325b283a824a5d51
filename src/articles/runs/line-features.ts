import { bylineStart } from "../lines/bylines.ts";
import { columnOf } from "../lines/column.ts";
import { breaksWord } from "../lines/edges.ts";
import { endsSentence, hasComma, startsStory } from "../lines/line-cues.ts";
import type { Features } from "../learned/log-linear.ts";
import type { PrintedLine } from "../lines/printed-line.ts";

/** What a line among running text may be. */
export type Kind = "text" | "title";

/** Lines that stand together with no blank line among them, and one of them. */
export interface LinePlace {
  readonly lines: readonly PrintedLine[];
  readonly at: number;
}

/** The features of being a title, of a line with these cues, given what the line above is; text has none. */
export function titleFeatures(cues: readonly string[], above: Kind | "nothing"): Features {
  const features = new Map<string, number>();
  for (const words of cues) {
    features.set(words, 1);
    features.set(`${words} below ${above}`, 1);
  }
  features.set(`below ${above}`, 1);
  return features;
}

/** What a line and its neighbours look like, whatever they are. */
export function cuesOf({ lines, at }: LinePlace): readonly string[] {
  const line = lines[at] ?? NOTHING;
  const before = lines[at - 1];
  const next = lines[at + 1];
  const width = widthClass(line, columnAround(lines, at));
  const ending = endingOf(line.text);
  const above = before === undefined ? "edge" : endingAbove(before, columnAround(lines, at - 1));
  const below = next === undefined ? "edge" : openingBelow(next, columnAround(lines, at + 1));
  return [
    `width ${width}`,
    `width ${width} ending ${ending}`,
    `width ${width} above ${above}`,
    `width ${width} next ${below}`,
    `ending ${ending} above ${above} next ${below}`,
    `inside ${insideOf(line.text)}`,
    `inside ${insideOf(line.text)} width ${width}`,
    ...(before !== undefined && breaksWord(before.text, line.text) ? ["word from above"] : []),
    ...(next !== undefined && breaksWord(line.text, next.text) ? ["word goes on"] : []),
  ];
}

const NOTHING: PrintedLine = { n: 0, text: "", width: 0 };

/** The column that the lines around were set in, without the line itself. */
function columnAround(lines: readonly PrintedLine[], at: number): number {
  const around = lines.slice(Math.max(0, at - REACH), at + REACH + 1);
  return columnOf(around.filter((line) => line !== lines[at]));
}

const REACH = 6;

/** How far a line falls short of its column, or runs over it; in Chinese characters. */
function widthClass(line: PrintedLine, column: number): string {
  const missing = column - line.width;
  if (missing < -1.25) return "wider";
  if (missing <= 1.25) return "full";
  if (missing <= 3.25) return "indented";
  return line.width * 2 > column ? "short" : "tiny";
}

function endingOf(text: string): string {
  if (endsSentence(text)) return "sentence";
  return /[，、；：—]$/u.test(text) ? "clause" : "open";
}

function endingAbove(line: PrintedLine, column: number): string {
  if (bylineStart(line.text) !== undefined) return "signed";
  const ending = endingOf(line.text);
  return ending === "sentence" && column - line.width > 1.25 ? "rested" : ending;
}

function openingBelow(line: PrintedLine, column: number): string {
  return startsStory(line.text) ? "lead" : widthClass(line, column);
}

/** Two parts with a blank between are a headline's; commas and figures are the text's. */
function insideOf(text: string): string {
  if (hasComma(text)) return "comma";
  if (/\p{Script=Han}\s+\p{Script=Han}/u.test(text)) return "parts";
  return /\d/u.test(text) ? "figures" : "plain";
}
