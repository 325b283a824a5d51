import type { Article } from "../articles/article.ts";
import type { Passage } from "./passage.ts";
import { splitSentences, type Sentence } from "./sentences.ts";

/**
 * Cuts an article into passages on sentence ends, in order, without overlap: as many sentences as
 * fit `MAX_PASSAGE`. Every sentence lies in exactly one passage.
 */
export function cutPassages(article: Pick<Article, "id" | "text">): Passage[] {
  const groups: Sentence[][] = [];
  for (const sentence of splitSentences(article.text)) {
    const group = groups.at(-1);
    const start = group?.[0]?.start ?? sentence.start;
    if (group && sentence.end - start <= MAX_PASSAGE) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups.map((sentences, ordinal) => ({
    articleId: article.id,
    ordinal,
    start: sentences[0]?.start ?? 0,
    end: sentences.at(-1)?.end ?? 0,
    sentences,
  }));
}

/**
 * UTF-16 units. About 160 tokens of Chinese, so that headline and passage stay far below the
 * model's 512; the size that the model's speed and the reference figures were measured with.
 */
const MAX_PASSAGE = 240;

/** Changes with the rules above; an index made by other rules is refused. */
export const PASSAGE_RULES = "sentences-240";
