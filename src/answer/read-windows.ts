import type { Reader } from "../embedding/reader.ts";
import { toSimplified } from "../corpus/simplified.ts";
import type { Hit } from "../search/hit.ts";
import { agreementOf } from "../search/late-interaction.ts";
import type { Window } from "./windows.ts";

/** A sentence after the reader has seen it: `article.text.slice(start, end) === text`. */
export interface ReadSentence {
  readonly hit: Hit;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The sum of `parts`. */
  readonly score: number;
  readonly parts: SentenceParts;
  /** Logit of "this window answers", of the window that the sentence stands in. */
  readonly relevance: number;
}

/** What speaks for a sentence, in units of relevance logits. */
export interface SentenceParts {
  /** The relevance of its window. */
  readonly relevance: number;
  /** How well its window agrees with the question. */
  readonly window: number;
  /** How well it agrees by itself. */
  readonly sentence: number;
  /** How much worse than the best of its window the words in it fit as the answer: 0 or less. */
  readonly span: number;
}

/**
 * Lets the reader read the best windows and ranks their sentences, best first. Sentences that it had no
 * time for are left out. It reads all Chinese as simplified.
 */
export async function readWindows(
  question: string,
  windows: readonly Window[],
  reader: Reader,
): Promise<ReadSentence[]> {
  const read: ReadSentence[] = [];
  for (const window of windows.slice(0, WINDOWS)) {
    const texts = window.sentences.map(({ start, end }) => textOf(window.hit, start, end));
    const { relevance, spans } = await reader.read(toSimplified(question), {
      headline: toSimplified(window.hit.headline),
      sentences: texts.map((text) => toSimplified(text)),
    });
    const best = Math.max(...spans);
    for (const [i, { start, end, cosines }] of window.sentences.entries()) {
      const parts = {
        relevance,
        window: WINDOW_WEIGHT * window.score,
        sentence: SENTENCE_WEIGHT * agreementOf([cosines]),
        span: SPAN_WEIGHT * (spans[i] === best ? 0 : (spans[i] ?? -Infinity) - best),
      };
      const score = parts.relevance + parts.window + parts.sentence + parts.span;
      read.push({ hit: window.hit, start, end, text: texts[i] ?? "", score, parts, relevance });
    }
  }
  return read.sort((a, b) => b.score - a.score);
}

/** About 60 ms each on two cores. Six hold the right article for all but one in two hundred questions. */
const WINDOWS = 6;

/**
 * How the parts add up, in units of relevance logits. Of 40 to 120, 0 to 20 and .25 to 1, these put the answer
 * into the first sentence for most of the labelled questions over the two pages and over 66 stories. Spans
 * of two windows are not compared: relevance does that.
 */
const WINDOW_WEIGHT = 40;
const SENTENCE_WEIGHT = 10;
const SPAN_WEIGHT = 1;

function textOf(hit: Hit, start: number, end: number): string {
  return hit.text.slice(start - hit.start, end - hit.start);
}
