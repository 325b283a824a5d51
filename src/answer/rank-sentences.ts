import { dot } from "../embedding/embedder.ts";
import { termsOf } from "../indexing/terms.ts";
import type { Hit } from "../search/hit.ts";
import type { Findings } from "../search/retriever.ts";

/** A sentence that may answer: `article.text.slice(start, end) === text`. */
export interface RankedSentence {
  readonly hit: Hit;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The sum of `parts`. */
  readonly score: number;
  readonly parts: SentenceParts;
}

export interface SentenceParts {
  /** Cosine of question and sentence. */
  readonly cosine: number;
  /** Score of the passage that the sentence stands in. */
  readonly passage: number;
  /** For the question's terms that the sentence has. */
  readonly terms: number;
}

/** The sentences of all hits, best first. */
export function rankSentences({ query, vector, hits }: Findings): RankedSentence[] {
  const terms = new Set(termsOf(query));
  return hits
    .flatMap((hit) =>
      hit.sentences.map(({ start, end, vector: meaning }) => {
        const text = hit.text.slice(start - hit.start, end - hit.start);
        const parts = {
          cosine: dot(vector, meaning),
          passage: hit.score,
          terms: TERMS_WEIGHT * shareOf(terms, text),
        };
        const score = parts.cosine + parts.passage + parts.terms;
        return { hit, start, end, text, score, parts };
      }),
    )
    .sort((a, b) => b.score - a.score);
}

/**
 * For a sentence that has every term of the question. On the 75 answerable labelled questions the answer
 * stands in the best sentence for .44 of them with 0, .53 with .03 to .15; articles rank alike.
 */
const TERMS_WEIGHT = 0.05;

/** The share of the question's distinct terms that a text has, 0 to 1. */
function shareOf(terms: ReadonlySet<string>, text: string): number {
  if (terms.size === 0) return 0;
  const present = new Set(termsOf(text));
  return [...terms].filter((term) => present.has(term)).length / terms.size;
}
