import { toSimplified } from "../corpus/simplified.ts";

/**
 * Whether a query stands in a text word for word; script, case, width, blanks and marks do not count. A
 * lone character is no word.
 */
export function isIn(query: string, text: string): boolean {
  const words = bare(query);
  return words.length > 1 && bare(text).includes(words);
}

function bare(text: string): string {
  return toSimplified(text.normalize("NFKC").toLowerCase()).replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
