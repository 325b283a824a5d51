import type { Hit } from "../search/hit.ts";
import { agreementOf } from "../search/late-interaction.ts";
import type { ReadWindow } from "../search/read-windows.ts";

/** A sentence of a window that was read: `article.text.slice(start, end) === text`. */
export interface RankedSentence {
  readonly hit: Hit;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The sum of `parts`. */
  readonly score: number;
  readonly parts: SentenceParts;
}

/** What speaks for a sentence, in units of relevance logits. */
export interface SentenceParts {
  /** The reader's logit of "this window answers", of the window that the sentence stands in. */
  readonly relevance: number;
  /** How well that window agrees with the question. */
  readonly window: number;
  /** How well the sentence agrees by itself. */
  readonly sentence: number;
  /** How much worse than the best of its window the words in it fit as the answer: 0 or less. */
  readonly span: number;
}

/** The sentences of all windows that were read, the one that answers best first. */
export function rankSentences(windows: readonly ReadWindow[]): RankedSentence[] {
  return windows.flatMap(sentencesOf).sort((a, b) => b.score - a.score);
}

/**
 * Of 0 to 20 and .25 to 1, these put the answer into the first sentence for most of the labelled questions
 * over the two pages and over 66 stories. Spans of two windows are not compared: relevance does that.
 */
const SENTENCE_WEIGHT = 10;
const SPAN_WEIGHT = 1;

function sentencesOf({ hit, sentences, relevance, merit, spans }: ReadWindow): RankedSentence[] {
  const best = Math.max(...spans);
  return sentences.map(({ start, end, cosines }, i) => {
    const span = spans[i] ?? -Infinity;
    const parts = {
      relevance,
      window: merit - relevance,
      sentence: SENTENCE_WEIGHT * agreementOf([cosines]),
      // Where the reader came to no sentence at all, none is worse than another.
      span: SPAN_WEIGHT * (span === best ? 0 : span - best),
    };
    const score = parts.relevance + parts.window + parts.sentence + parts.span;
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
