import { toSimplified } from "../corpus/simplified.ts";

/**
 * The terms of a text for full-text search, in order, with repeats: Chinese, Japanese and Korean runs as
 * overlapping pairs of characters (a lone character as itself), all other letters and digits as
 * lower-case words. Traditional characters count as their simplified ones, wide letters as narrow ones.
 */
export function termsOf(text: string): string[] {
  const folded = toSimplified(text.normalize("NFKC").toLowerCase());
  return [...folded.matchAll(RUNS)].flatMap(([run]) => (PAIRED.test(run) ? pairs(run) : [run]));
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
