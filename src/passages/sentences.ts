import { segmentsOf } from "./segments.ts";

/** A sentence of a text: `text.slice(start, end)`, without blanks around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text into sentences, in order, without overlap. Every character that is not white space
 * lies in exactly one; none is longer than `MAX_SENTENCE` UTF-16 units. No grapheme is cut unless it
 * is longer than that itself, and no surrogate pair ever.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { segment, index } of segmentsOf(SENTENCES, text)) {
    for (const piece of splitLong(segment)) {
      const sentence = trimmed(text, index + piece.start, index + piece.end);
      if (sentence.start < sentence.end) sentences.push(sentence);
    }
  }
  return sentences;
}

/**
 * A sentence must fit a passage, and a passage the model's window (512 tokens, at most about one a
 * character). Sentences this long are lists or text without punctuation.
 */
export const MAX_SENTENCE = 240;

/** Unicode's sentence rules (UAX 29): they keep `。”` together and end at every line break. */
const SENTENCES = new Intl.Segmenter("zh", { granularity: "sentence" });
const GRAPHEMES = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Where a sentence that is too long may be cut, best first: between clauses, then anywhere. */
function splitLong(segment: string): Sentence[] {
  if (segment.length <= MAX_SENTENCE) return [{ start: 0, end: segment.length }];
  const pieces: Sentence[] = [];
  let start = 0;
  for (const end of cutPoints(segment)) {
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

function* cutPoints(segment: string): Generator<number> {
  let start = 0;
  let clauseEnd = 0;
  let position = 0;
  for (const unit of unitsOf(segment)) {
    const end = position + unit.length;
    while (end - start > MAX_SENTENCE) {
      start = clauseEnd > start ? clauseEnd : position;
      yield start;
    }
    if (CLAUSE_END.test(unit)) clauseEnd = end;
    position = end;
  }
  if (position > start) yield position;
}

/** Graphemes; one that no sentence can hold, a heap of combining marks, as its code points. */
function* unitsOf(segment: string): Generator<string> {
  for (const { segment: grapheme } of segmentsOf(GRAPHEMES, segment)) {
    if (grapheme.length <= MAX_SENTENCE) yield grapheme;
    else yield* grapheme;
  }
}

const CLAUSE_END = /[；;，,、：:\s]/u;

function trimmed(text: string, start: number, end: number): Sentence {
  const inner = text.slice(start, end);
  const from = start + (inner.length - inner.trimStart().length);
  return { start: from, end: Math.max(from, start + inner.trimEnd().length) };
}
