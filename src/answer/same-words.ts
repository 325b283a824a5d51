import { termsOf } from "../indexing/terms.ts";

/**
 * Whether two sentences say the same in nearly the same words: as the same story does in two editions, or an
 * article that stands in the corpus twice. Script and width of characters do not count, every number does.
 */
export function saysTheSame(one: string, other: string): boolean {
  const a = new Set(termsOf(one));
  const b = new Set(termsOf(other));
  const common = new Set([...a].filter((term) => b.has(term)));
  const all = new Set([...a, ...b]);
  const isNumber = (term: string): boolean => /\d/.test(term);
  return (
    common.size >= ALIKE * all.size &&
    [...all].filter(isNumber).every((number) => common.has(number))
  );
}

/** Of all terms of the two (Jaccard): a lead-in or a mark may differ, hardly more than one word of ten. */
const ALIKE = 0.8;
