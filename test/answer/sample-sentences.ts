import type { RankedSentence } from "../../src/answer/rank-sentences.ts";
import type { ReadSentence } from "../../src/answer/read-windows.ts";
import type { Hit } from "../../src/search/hit.ts";

/** A hit whose text is the sentences one after the other, `at` the place of the first. */
export function hitOf(articleId: string, sentences: readonly string[], at = 0): Hit {
  const text = sentences.join("");
  const places = sentences.map((sentence, i) => {
    const start = at + sentences.slice(0, i).join("").length;
    return { start, end: start + sentence.length, vector: Float32Array.of() };
  });
  return {
    articleId,
    headline: `${articleId}的标题`,
    text,
    start: at,
    end: at + text.length,
    score: 0,
    parts: { vectors: 0, terms: 0 },
    evidence: {},
    sentences: places,
  };
}

/** The sentences of a hit with these scores, in the order of the text. */
export function rankedOf(hit: Hit, scores: readonly number[]): RankedSentence[] {
  return hit.sentences.map(({ start, end }, i) => {
    const score = scores[i] ?? 0;
    const parts = { cosine: score, passage: 0, terms: 0 };
    return {
      hit,
      start,
      end,
      text: hit.text.slice(start - hit.start, end - hit.start),
      score,
      parts,
    };
  });
}

/** The same after reading: the reader thought nothing of them, but for the relevance. */
export function readOf(hit: Hit, scores: readonly number[], relevance = 0): ReadSentence[] {
  return rankedOf(hit, scores).map((sentence) => ({
    ...sentence,
    parts: { ...sentence.parts, window: 0, span: 0 },
    relevance,
  }));
}
