/** The letters, digits and characters of a text, as one case and one width. */
export function bareOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The pairs of neighbouring characters of a text: what stands in for its words. */
export type Pairs = ReadonlySet<string>;

/** Any number of texts whose pairs count together. */
export type Whole = Pick<Pairs, "has">;

/** Takes a text apart into its character pairs. */
export function pairsOf(text: string): Pairs {
  const bare = bareOf(text);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < bare.length; at += 1) pairs.add(bare.slice(at, at + 2));
  return pairs;
}
