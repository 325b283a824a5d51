import { Tensor } from "@xenova/transformers";
import type { ModelHabits } from "../../src/embedding/known-models.ts";
import type { Encoder } from "../../src/embedding/local-embedder.ts";

/** What stands before and behind every input. */
export const BEFORE = 1;
export const AFTER = 2;

/** An encoder that one can compute by hand, and what it was given: a token a character, its code point. */
export interface FakeEncoder extends Encoder {
  readonly inputs: readonly (readonly number[])[];
}

type Tensors = (ids: readonly number[]) => Readonly<Record<string, Tensor>>;

/** An encoder with these tensors; without prefixes, mean pooling and 512 tokens unless told. */
export function createFakeEncoder(
  tensorsOf: Tensors,
  habits: Partial<ModelHabits> = {},
): FakeEncoder {
  const inputs: (readonly number[])[] = [];
  return {
    inputs,
    tokenizer: {
      tokenize: codePointsOf,
      pieces: (text) => Array.from(text),
      before: [BEFORE],
      after: [AFTER],
    },
    habits: { queryPrefix: "", passagePrefix: "", pooling: "mean", maxTokens: 512, ...habits },
    run: (ids) => {
      inputs.push(ids);
      return Promise.resolve(tensorsOf(ids));
    },
  };
}

/** The token states of a fake: `a` is [1, 0, 0], `b` [0, 1, 0], a special token [0, 0, 1], others zeros. */
export function lastHiddenState(ids: readonly number[]): Record<string, Tensor> {
  const rows = ids.flatMap((id) => [Number(id === A), Number(id === B), Number(id <= AFTER)]);
  return { last_hidden_state: tensor(rows, [1, ids.length, 3]) };
}

export function tensor(data: readonly number[], dims: number[]): Tensor {
  return new Tensor("float32", Float32Array.from(data), dims);
}

export function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

const [A, B] = codePointsOf("ab");
