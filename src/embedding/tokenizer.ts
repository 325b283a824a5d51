import { AutoTokenizer, type PreTrainedTokenizer } from "@xenova/transformers";
import { loadAt } from "./library.ts";
import type { ModelPlace } from "./model-files.ts";

/** Text to token ids, in pieces that can be put together. */
export interface Tokenizer {
  /** The ids of a text without special tokens, and without the mark of a word's start where none is. */
  readonly tokenize: (text: string) => readonly number[];
  /** The same as strings of the normalized text, a word's start marked by ▁. */
  readonly pieces: (text: string) => readonly string[];
  /** Special tokens before and after every input. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Loads a model's tokenizer: over a second and 200 MB for the 250,000 pieces of multilingual-e5. */
export async function loadTokenizer(place: ModelPlace): Promise<Tokenizer> {
  const tokenizer = await loadAt(place, (id) => AutoTokenizer.from_pretrained(id));
  const frame = tokenizer.encode("");
  const middle = Math.ceil(frame.length / 2);
  return {
    ...tokenizeWith(tokenizer),
    before: frame.slice(0, middle),
    after: frame.slice(middle),
  };
}

/**
 * A SentencePiece tokenizer puts its word-start mark before every text, also where a sentence goes on
 * without a space, as Chinese does. Leaving the lone mark out of sentences that are put together
 * raised "evidence in the best three sentences" from .69 to .75 on the labelled questions.
 */
function tokenizeWith(tokenizer: PreTrainedTokenizer): Pick<Tokenizer, "tokenize" | "pieces"> {
  const id = tokenizer.convert_tokens_to_ids(MARK) as number | undefined;
  const withoutLone = <T>(tokens: T[], mark: T | undefined): T[] =>
    tokens.length > 1 && tokens[0] === mark ? tokens.slice(1) : tokens;
  return {
    tokenize: (text) => withoutLone(tokenizer.encode(text, { add_special_tokens: false }), id),
    pieces: (text) => withoutLone(tokenizer.tokenize(text), MARK),
  };
}

/** Of a word's start. */
const MARK = "▁";
