import type { Encoder } from "./local-embedder.ts";
import { pieceRanges, type TextRange } from "./piece-ranges.ts";
import type { Reader, ReaderInput, Reading } from "./reader.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** A reader over the shipped cross-encoder: a pair of question and window in, logits out. */
export function createReader(encoder: Encoder): Reader {
  return { read: (question, window) => readPair(encoder, question, window) };
}

/** Tokens of a pair, as the model was trained; what exceeds them is left out at the end. */
const PAIR_TOKENS = 200;

/** Tokens of a question that are read, so that a long one leaves room for the window. */
const QUESTION_TOKENS = 80;

/** Tokens that an answer may have. */
const LONGEST_ANSWER = 40;

async function readPair(
  { tokenizer, habits, run }: Encoder,
  question: string,
  window: ReaderInput,
): Promise<Reading> {
  const { tokenize, before, after } = tokenizer;
  // The model was trained with the separator twice between its two texts, as XLM-R has it.
  const words = tokenize(habits.queryPrefix + question).slice(0, QUESTION_TOKENS);
  const asked = [...before, ...words, ...after, ...after];
  const pieces = [
    tokenize(`${habits.passagePrefix}${window.headline}\n`),
    ...window.sentences.map((sentence) => tokenize(sentence)),
  ];
  const ids = [...asked, ...pieces.flat()].slice(0, PAIR_TOKENS - after.length);
  const { relevance, start_logits: starts, end_logits: ends } = await run([...ids, ...after]);
  if (!relevance || !starts || !ends) throw new Error("It gives no relevance and no answer spans.");
  let end = asked.length + (pieces[0]?.length ?? 0);
  const best = pieces.slice(1).map((piece) => {
    const start = end;
    end += piece.length;
    const tokens = { start, end: Math.min(end, ids.length) };
    const span = bestSpan(starts.data as Float32Array, ends.data as Float32Array, tokens);
    return span && { ...span, from: span.from - start, to: span.to - start };
  });
  return {
    relevance: (relevance.data as Float32Array)[0] ?? -Infinity,
    spans: best.map((span) => span?.score ?? -Infinity),
    words: best.map((span, i) => span && wordsOf(tokenizer, window.sentences[i] ?? "", span)),
  };
}

/** The tokens of an answer, the first and the last. */
interface Span {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

/** The best sum of a start and an end logit within a range of tokens; undefined for an empty one. */
function bestSpan(
  starts: Float32Array,
  ends: Float32Array,
  tokens: { readonly start: number; readonly end: number },
): Span | undefined {
  let best: Span | undefined;
  for (let from = tokens.start; from < tokens.end; from++) {
    for (let to = from; to < Math.min(tokens.end, from + LONGEST_ANSWER); to++) {
      const score = (starts[from] ?? -Infinity) + (ends[to] ?? -Infinity);
      if (best === undefined || score > best.score) best = { score, from, to };
    }
  }
  return best;
}

function wordsOf(
  tokenizer: Tokenizer,
  sentence: string,
  { from, to }: Span,
): TextRange | undefined {
  const ranges = pieceRanges(sentence, tokenizer.pieces(sentence));
  const [first, last] = [ranges[from], ranges[to]];
  return first && last && { start: first.start, end: last.end };
}
