import { pairsOf, type Pairs } from "../lines/pairs.ts";
import { createLikeness } from "../links/likeness.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { PrintedLine } from "../lines/printed-line.ts";

/** A subhead where it was printed, which need not be where it belongs. */
export interface Subhead {
  /** Its place in the page's list of blocks. */
  readonly at: number;
  readonly lines: readonly PrintedLine[];
}

/** A subhead and the paragraph that it stands above; the number of paragraphs where it comes last. */
export interface SetSubhead extends Subhead {
  readonly above: number;
}

/**
 * Puts each subhead above the paragraph that it heads. One that quotes a paragraph heads it. Any other
 * heads what follows, or, as titles leave a PDF behind their text, the section that it was printed
 * behind: back to the subhead or byline before.
 */
export function setSubheads(
  subheads: readonly Subhead[],
  paragraphs: readonly Paragraph[],
  bylines: readonly number[],
): readonly SetSubhead[] {
  const texts = paragraphs.map((paragraph) => paragraph.lines.map((line) => line.text).join(""));
  const breaks = [...subheads.map((subhead) => subhead.at), ...bylines].sort((a, b) => a - b);
  const section = { paragraphs, pairs: texts.map(pairsOf), breaks };
  return subheads.map((subhead) => {
    const printed = firstBehind(paragraphs, subhead.at);
    const above = quotedIn(subhead, texts, printed) ?? headed(subhead, printed, section);
    return { ...subhead, above };
  });
}

interface Sections {
  readonly paragraphs: readonly Paragraph[];
  readonly pairs: readonly Pairs[];
  readonly breaks: readonly number[];
}

function firstBehind(paragraphs: readonly Paragraph[], at: number): number {
  const index = paragraphs.findIndex((paragraph) => paragraph.at > at);
  return index < 0 ? paragraphs.length : index;
}

function quotedIn(subhead: Subhead, texts: readonly string[], printed: number): number | undefined {
  const quotes = (text: string | undefined): boolean =>
    text !== undefined && subhead.lines.every((line) => text.includes(line.text));
  if (quotes(texts[printed])) return printed;
  const found = texts.findIndex(quotes);
  return found < 0 ? undefined : found;
}

// How much more of its words the section above must have than the one below.
const CLEARLY = 0.2;

function headed(subhead: Subhead, printed: number, sections: Sections): number {
  const { paragraphs, pairs, breaks } = sections;
  const before = breaks.findLast((at) => at < subhead.at);
  if (before === undefined) return printed;
  const start = firstBehind(paragraphs, before);
  const after = breaks.find((at) => at > subhead.at);
  const end = after === undefined ? paragraphs.length : firstBehind(paragraphs, after);
  if (start >= printed) return printed;
  const likeness = createLikeness(pairs);
  const own = pairsOf(subhead.lines.map((line) => line.text).join(""));
  const share = (from: number, to: number): number => likeness(own, union(pairs.slice(from, to)));
  return share(start, printed) > share(printed, end) + CLEARLY ? start : printed;
}

function union(sets: readonly Pairs[]): Pairs {
  return new Set(sets.flatMap((set) => [...set]));
}
