import type { Centres } from "./centres.ts";
import type { Embedder, PassageInput, PassageVectors, QueryVectors } from "./embedder.ts";
import type { ModelHabits } from "./known-models.ts";
import type { Run } from "./library.ts";
import { pool, type TokenStates } from "./pooling.ts";
import { NO_TOKENS, tokenVectors } from "./token-vectors.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** A loaded encoder with its tokenizer. */
export interface Encoder {
  readonly tokenizer: Tokenizer;
  readonly run: Run;
  readonly habits: ModelHabits;
}

/**
 * An embedder over a loaded encoder; with centres, what all texts have in common is taken away from its
 * vectors. Rejects when the model gives no token states.
 */
export async function createEmbedder(
  encoder: Encoder,
  fingerprint: string,
  centres?: Centres,
): Promise<Embedder> {
  const { dimensions } = await readPieces(encoder, []);
  const numbers = centres?.questions.length ?? dimensions;
  if (numbers !== dimensions) {
    throw new Error(`Its centres have ${numbers} numbers, its token states ${dimensions}.`);
  }
  return {
    fingerprint,
    dimensions,
    embedQuery: (text) => embedQuery(encoder, text, centres?.questions),
    embedPassages: async (passages) => {
      const vectors: PassageVectors[] = [];
      for (const passage of passages) {
        vectors.push(await embedPassage(encoder, passage, centres?.passages));
      }
      return vectors;
    },
  };
}

/** Changes when vectors are made in another way from the same weights. */
export const POOLING_RULES = "one reading a passage, less the centre, tokens in eight bits";

async function embedQuery(
  encoder: Encoder,
  text: string,
  centre: Float32Array | undefined,
): Promise<QueryVectors> {
  const { tokenizer, habits } = encoder;
  const prefix = tokenizer.tokenize(habits.queryPrefix);
  const words = tokenizer.tokenize(habits.queryPrefix + text);
  const states = await readPieces(encoder, [words]);
  // A prefix that melts into the text's first token leaves one token of itself: harmless.
  const from = tokenizer.before.length + Math.min(prefix.length, words.length);
  const range = { from, to: states.tokens - tokenizer.after.length };
  return {
    whole: vectorOf(states, habits, centre),
    tokens: tokenVectors(states, range, centre),
  };
}

/** One reading gives the passage's vector and those of the tokens of its headline and sentences. */
async function embedPassage(
  encoder: Encoder,
  passage: PassageInput,
  centre: Float32Array | undefined,
): Promise<PassageVectors> {
  const { tokenizer, habits } = encoder;
  const prefix = tokenizer.tokenize(habits.passagePrefix);
  const pieces = [
    tokenizer.tokenize(habits.passagePrefix + passage.headline),
    ...passage.sentences.map((sentence) => tokenizer.tokenize(sentence)),
  ];
  const states = await readPieces(encoder, pieces);
  const windowEnd = states.tokens - tokenizer.after.length;
  let end = tokenizer.before.length;
  const [headline, ...sentences] = pieces.map((piece, i) => {
    const from = end + (i === 0 ? Math.min(prefix.length, piece.length) : 0);
    end += piece.length;
    const range = { from, to: Math.min(end, windowEnd) };
    return tokenVectors(states, range, centre);
  });
  const whole = vectorOf(states, habits, centre);
  return { whole, headline: headline ?? NO_TOKENS, sentences };
}

/** Runs the model over pieces put together; what exceeds its window is left out at the end. */
async function readPieces(
  { tokenizer, habits, run }: Encoder,
  pieces: readonly (readonly number[])[],
): Promise<TokenStates> {
  const { before, after } = tokenizer;
  const ids = pieces.flat().slice(0, habits.maxTokens - before.length - after.length);
  const { last_hidden_state: states } = await run([...before, ...ids, ...after]);
  const [, tokens = 0, dimensions = 0] = states?.dims ?? [];
  if (!states || tokens === 0) throw new Error("It gives no token states (last_hidden_state).");
  return { data: states.data as Float32Array, tokens, dimensions };
}

function vectorOf(
  states: TokenStates,
  habits: ModelHabits,
  centre: Float32Array | undefined,
): Float32Array {
  return pool(states, 0, habits.pooling === "cls" ? 1 : states.tokens, centre);
}
