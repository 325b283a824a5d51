import type { Hit } from "../../src/search/hit.ts";

/**
 * A hit whose text is the sentences one after the other, `at` the place of the first. They agree with a
 * question of one token as the `agreements` say, not at all unless told.
 */
export function hitOf(
  articleId: string,
  sentences: readonly string[],
  at = 0,
  agreements: readonly number[] = [],
): Hit {
  const text = sentences.join("");
  const places = sentences.map((sentence, i) => {
    const start = at + sentences.slice(0, i).join("").length;
    return { start, end: start + sentence.length, cosines: Float32Array.of(agreements[i] ?? 0) };
  });
  return {
    articleId,
    headline: `${articleId}的标题`,
    text,
    start: at,
    end: at + text.length,
    score: 0,
    parts: { meaning: 0, terms: 0, exact: 0, time: 0 },
    evidence: {},
    headlineCosines: Float32Array.of(0),
    sentences: places,
  };
}
