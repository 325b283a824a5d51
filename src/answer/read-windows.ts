import type { Reader } from "../embedding/reader.ts";
import { toSimplified } from "../corpus/simplified.ts";
import type { RankedSentence, SentenceParts } from "./rank-sentences.ts";

/** A sentence after the reader has seen it; the score is the sum of `parts`. */
export interface ReadSentence extends RankedSentence {
  readonly parts: ReadParts;
  /** Logit of "this window answers", of the window that the sentence stands in. */
  readonly relevance: number;
}

export interface ReadParts extends SentenceParts {
  /** The window's relevance. */
  readonly window: number;
  /** How well the best words in the sentence fit as the answer. */
  readonly span: number;
}

/**
 * Lets the reader read the most promising sentences, in windows of neighbours, and ranks what it read:
 * best first. Sentences that it had no time for are left out. It reads all Chinese as simplified.
 */
export async function readWindows(
  question: string,
  ranked: readonly RankedSentence[],
  reader: Reader,
): Promise<ReadSentence[]> {
  const windows = windowsOf(ranked).slice(0, WINDOWS);
  const read: ReadSentence[] = [];
  for (const sentences of windows) {
    const { relevance, spans } = await reader.read(toSimplified(question), {
      headline: toSimplified(sentences[0]?.hit.headline ?? ""),
      sentences: sentences.map(({ text }) => toSimplified(text)),
    });
    for (const [i, sentence] of sentences.entries()) {
      read.push(withReading(sentence, relevance, spans[i] ?? -Infinity));
    }
  }
  return read.sort((a, b) => b.score - a.score);
}

/** About 60 ms each on two cores. Six find nearly all that twelve do. */
const WINDOWS = 6;

/** UTF-16 units of a window: about the 96 tokens of Chinese that the reader was trained with. */
const WINDOW_LENGTH = 150;

/**
 * How the parts add up, in units of relevance logits. Of SPAN .1 to 1 and SEARCH 0 to 40, these put the
 * answer into the first sentence for most of the labelled questions.
 */
const SPAN_WEIGHT = 0.25;
const SEARCH_WEIGHT = 10;

/** Neighbouring sentences of a passage together, the window with the best sentence first. */
function windowsOf(ranked: readonly RankedSentence[]): RankedSentence[][] {
  const windows = new Map<RankedSentence["hit"], RankedSentence[][]>();
  for (const sentence of ranked.toSorted((a, b) => a.start - b.start)) {
    const ofHit = windows.get(sentence.hit) ?? [];
    windows.set(sentence.hit, ofHit);
    const last = ofHit.at(-1);
    const start = last?.[0]?.start ?? sentence.start;
    if (last && sentence.end - start <= WINDOW_LENGTH) last.push(sentence);
    else ofHit.push([sentence]);
  }
  const best = (window: readonly RankedSentence[]): number =>
    Math.max(...window.map(({ score }) => score));
  return [...windows.values()].flat().sort((a, b) => best(b) - best(a));
}

function withReading(sentence: RankedSentence, relevance: number, span: number): ReadSentence {
  const { cosine, passage, terms } = sentence.parts;
  const parts = {
    cosine: SEARCH_WEIGHT * cosine,
    passage: SEARCH_WEIGHT * passage,
    terms: SEARCH_WEIGHT * terms,
    window: relevance,
    span: SPAN_WEIGHT * span,
  };
  const score = parts.cosine + parts.passage + parts.terms + parts.window + parts.span;
  return { ...sentence, score, parts, relevance };
}
