import { toSimplified } from "../../corpus/simplified.ts";

/**
 * The text with its traditional characters as simplified ones, for the cues, which are written in
 * simplified characters only. It is as long as the text, so that what begins at an offset in one begins
 * there in the other.
 */
export function folded(text: string): string {
  return text.replace(HAN, fold);
}

const HAN = /\p{Script=Han}/gu;

const known = new Map<string, string>();

/** One character at a time: a converted phrase may be longer or shorter. */
function fold(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const simplified = toSimplified(character);
  const same = simplified.length === character.length ? simplified : character;
  known.set(character, same);
  return same;
}
