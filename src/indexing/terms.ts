import { toSimplified } from "../corpus/simplified.ts";
import { datesOf } from "./dates.ts";
import { valuesOf } from "./numbers.ts";

/**
 * The terms of a text for full-text search, with repeats. First its words, in order: Chinese, Japanese and
 * Korean runs as overlapping pairs of characters (a lone character as itself), all other letters and digits
 * as lower-case words. Traditional characters count as their simplified ones, wide letters as narrow ones.
 * Then what its numbers and dates come to, however they are written.
 */
export function termsOf(text: string): string[] {
  const folded = toSimplified(text.normalize("NFKC").toLowerCase());
  const runs = [...folded.matchAll(RUNS)].map(([run]) => run);
  const words = runs.flatMap((run) => (PAIRED.test(run) ? pairs(run) : [run]));
  return [...words, ...valuesOf(folded), ...datesOf(folded)];
}

const PAIRED_SCRIPTS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
const PAIRED = new RegExp(`^[${PAIRED_SCRIPTS}]`, "u");

/** A run of characters written without spaces, a number with its fraction, or a word. */
const RUNS = new RegExp(
  `[${PAIRED_SCRIPTS}]+|\\p{Nd}+(?:\\.\\p{Nd}+)?|[^\\P{L}${PAIRED_SCRIPTS}][[\\p{L}\\p{M}]--[${PAIRED_SCRIPTS}]]*`,
  "gv",
);

function pairs(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => `${characters[i] ?? ""}${character}`);
}
