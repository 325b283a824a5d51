import type { SearchIndex, Match } from "../indexing/search-index.ts";
import type { HitEvidence } from "./hit.ts";

/** A passage that one of the two lists names. */
export interface Candidate {
  readonly passage: number;
  readonly evidence: HitEvidence;
}

/** The passages whose vectors are nearest and those with the best terms, `limit` of each. */
export function candidatesOf(
  index: Pick<SearchIndex, "nearest" | "matching">,
  query: { readonly text: string; readonly vector: Float32Array },
  limit: number,
): Candidate[] {
  const byVector = ranksOf(index.nearest(query.vector, limit));
  const byTerms = ranksOf(index.matching(query.text, limit));
  return [...new Set([...byVector.keys(), ...byTerms.keys()])].map((passage) => {
    const vector = byVector.get(passage);
    const terms = byTerms.get(passage);
    const evidence = {
      ...(vector ? { vectorRank: vector.rank, cosine: vector.score } : {}),
      ...(terms ? { termRank: terms.rank, bm25: terms.score } : {}),
    };
    return { passage, evidence };
  });
}

interface Ranked {
  readonly rank: number;
  readonly score: number;
}

function ranksOf(matches: readonly Match[]): Map<number, Ranked> {
  return new Map(matches.map(({ passage, score }, i) => [passage, { rank: i + 1, score }]));
}
