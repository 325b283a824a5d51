import type { Embedder, PassageInput, PassageVectors } from "./embedder.ts";
import type { ModelHabits } from "./known-models.ts";
import type { Run } from "./library.ts";
import { pool, type TokenStates } from "./pooling.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** A loaded encoder with its tokenizer. */
export interface Encoder {
  readonly tokenizer: Tokenizer;
  readonly run: Run;
  readonly habits: ModelHabits;
}

/** An embedder over a loaded encoder. Rejects when the model gives no token states. */
export async function createEmbedder(encoder: Encoder, fingerprint: string): Promise<Embedder> {
  const { tokenizer, habits } = encoder;
  const { dimensions } = await readPieces(encoder, []);
  return {
    fingerprint,
    dimensions,
    embedQuery: async (text) => {
      const states = await readPieces(encoder, [tokenizer.tokenize(habits.queryPrefix + text)]);
      return vectorOf(states, habits);
    },
    embedPassages: async (passages) => {
      const vectors: PassageVectors[] = [];
      for (const passage of passages) vectors.push(await embedPassage(encoder, passage));
      return vectors;
    },
  };
}

/** Changes when vectors are made in another way from the same weights. */
export const POOLING_RULES = "one reading a passage, sentences pooled from its token states";

/** One reading gives the passage's vector and, pooled over their own tokens, those of its sentences. */
async function embedPassage(encoder: Encoder, passage: PassageInput): Promise<PassageVectors> {
  const { tokenizer, habits } = encoder;
  const pieces = [
    tokenizer.tokenize(habits.passagePrefix + passage.headline),
    ...passage.sentences.map((sentence) => tokenizer.tokenize(sentence)),
  ];
  const states = await readPieces(encoder, pieces);
  const whole = vectorOf(states, habits);
  const windowEnd = states.tokens - tokenizer.after.length;
  let end = tokenizer.before.length + (pieces[0]?.length ?? 0);
  const sentences = pieces.slice(1).map((piece) => {
    const start = end;
    end += piece.length;
    const within = Math.min(end, windowEnd);
    // A sentence behind the model's window, or without a single token, has only its passage to stand for it.
    return start < within ? pool(states, start, within) : whole;
  });
  return { passage: whole, sentences };
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

function vectorOf(states: TokenStates, habits: ModelHabits): Float32Array {
  return pool(states, 0, habits.pooling === "cls" ? 1 : states.tokens);
}
