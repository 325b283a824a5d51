import type { Match } from "../indexing/search-index.ts";
import type { HitEvidence, HitParts } from "./hit.ts";

/** A passage with what two lists of candidates say of it. */
export interface Fused {
  readonly passage: number;
  readonly score: number;
  readonly parts: HitParts;
  readonly evidence: HitEvidence;
}

/**
 * Reciprocal rank fusion: a passage gets 1 / (60 + rank) from each list that has it (Cormack, Clarke and
 * Büttcher, SIGIR 2009). Best first; among equals the one that the vectors put first.
 */
export function fuse(nearest: readonly Match[], matching: readonly Match[]): Fused[] {
  const vectorRanks = ranksOf(nearest);
  const termRanks = ranksOf(matching);
  const passages = new Set([...vectorRanks.keys(), ...termRanks.keys()]);
  return [...passages]
    .map((passage) => fusedOf(passage, vectorRanks.get(passage), termRanks.get(passage)))
    .sort((a, b) => b.score - a.score || rankOf(a) - rankOf(b) || a.passage - b.passage);
}

/** The constant of the paper; 5, 10 and 60 rank the labelled questions alike. */
const RANK_OFFSET = 60;

interface Ranked {
  readonly rank: number;
  readonly score: number;
}

function ranksOf(matches: readonly Match[]): Map<number, Ranked> {
  return new Map(matches.map(({ passage, score }, i) => [passage, { rank: i + 1, score }]));
}

function fusedOf(passage: number, byVector?: Ranked, byTerms?: Ranked): Fused {
  const parts = { vectors: partOf(byVector), terms: partOf(byTerms) };
  return {
    passage,
    score: parts.vectors + parts.terms,
    parts,
    evidence: {
      ...(byVector ? { vectorRank: byVector.rank, cosine: byVector.score } : {}),
      ...(byTerms ? { termRank: byTerms.rank, bm25: byTerms.score } : {}),
    },
  };
}

function partOf(ranked: Ranked | undefined): number {
  return ranked ? 1 / (RANK_OFFSET + ranked.rank) : 0;
}

function rankOf(fused: Fused): number {
  return fused.evidence.vectorRank ?? Number.MAX_SAFE_INTEGER;
}
