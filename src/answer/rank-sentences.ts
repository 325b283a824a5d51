import type { TextRange } from "../embedding/piece-ranges.ts";
import { textIn, type Hit } from "../search/hit.ts";
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
  /** The words in it that fit best as the answer; offsets count from the start of the article's text. */
  readonly words?: TextRange;
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
 * Of 0 to 40 and .3 to 1, these put the right article first and the answer into the first quote for most of the
 * labelled questions over the two pages and over 66 stories. Spans of two windows are not compared: relevance does that.
 */
const SENTENCE_WEIGHT = 15;
const SPAN_WEIGHT = 0.5;

function sentencesOf({
  hit,
  sentences,
  relevance,
  merit,
  spans,
  words = [],
}: ReadWindow): RankedSentence[] {
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
    const place = { hit, start, end, text: textIn(hit, start, end) };
    const own = words[i];
    const marked = own && { words: { start: start + own.start, end: start + own.end } };
    return { ...place, score, parts, ...marked };
  });
}
