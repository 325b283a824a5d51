import type { RankedSentence } from "../../src/answer/rank-sentences.ts";
import type { Hit } from "../../src/search/hit.ts";

/** The sentences of a hit after reading, with these scores, in the order of the text. */
export function readOf(hit: Hit, scores: readonly number[], relevance = 0): RankedSentence[] {
  return hit.sentences.map(({ start, end }, i) => {
    const score = scores[i] ?? 0;
    const text = hit.text.slice(start - hit.start, end - hit.start);
    const parts = { relevance, window: score - relevance, sentence: 0, span: 0 };
    return { hit, start, end, text, score, parts };
  });
}
