import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dot } from "../helpers/dot.ts";
import { loadWeights } from "../../src/embedding/library.ts";
import { createEmbedder } from "../../src/embedding/local-embedder.ts";
import { findModel } from "../../src/embedding/model-files.ts";
import { loadTokenizer } from "../../src/embedding/tokenizer.ts";

interface Reference {
  /** With the prefix that the model wants. */
  readonly input: string;
  /** The two special ones included. */
  readonly tokens: number;
  readonly vector: readonly number[];
}

const { items } = JSON.parse(
  readFileSync(new URL("../fixtures/reference-vectors.json", import.meta.url), "utf8"),
) as { items: readonly Reference[] };

const MAX_TOKENS = 512;

test("the shipped model gives the token counts and vectors of the reference", async () => {
  const place = findModel("multilingual-e5-small");
  const tokenizer = await loadTokenizer(place);
  const run = await loadWeights(place, { dtype: "q4" });
  const habits = {
    queryPrefix: "",
    passagePrefix: "",
    pooling: "mean",
    maxTokens: MAX_TOKENS,
  } as const;
  const embedder = await createEmbedder({ tokenizer, run, habits }, "reference");
  expect(items).toHaveLength(43);
  for (const { input, tokens, vector } of items) {
    const { length } = tokenizer.tokenize(input);
    expect({ input, tokens: Math.min(length + 2, MAX_TOKENS) }).toEqual({ input, tokens });
    const { whole } = await embedder.embedQuery(input);
    const cosine = dot(whole, Float32Array.from(vector));
    expect(cosine, input).toBeGreaterThanOrEqual(0.999);
  }
}, 30_000);
