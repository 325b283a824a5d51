import type { Pooling } from "./pooling.ts";

/** How a model wants to be spoken to. */
export interface ModelHabits {
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  readonly pooling: Pooling;
  /** Tokens an input may have, the two special ones included. */
  readonly maxTokens: number;
}

/** The habits of a model by its name; models that are not in the table get no prefixes and mean pooling. */
export function habitsOf(name: string): ModelHabits {
  return KNOWN.find(([pattern]) => pattern.test(name))?.[1] ?? UNKNOWN;
}

/** From the models' own cards. */
const KNOWN: readonly (readonly [RegExp, ModelHabits])[] = [
  [
    /e5-(small|base|large)/i,
    { queryPrefix: "query: ", passagePrefix: "passage: ", pooling: "mean", maxTokens: 512 },
  ],
  [/bge-m3/i, { queryPrefix: "", passagePrefix: "", pooling: "cls", maxTokens: 512 }],
  [
    /bge-(small|base|large)-zh/i,
    {
      queryPrefix: "为这个句子生成表示以用于检索相关文章：",
      passagePrefix: "",
      pooling: "cls",
      maxTokens: 512,
    },
  ],
  [/gte-multilingual/i, { queryPrefix: "", passagePrefix: "", pooling: "cls", maxTokens: 512 }],
];

const UNKNOWN: ModelHabits = {
  queryPrefix: "",
  passagePrefix: "",
  pooling: "mean",
  maxTokens: 512,
};
