import { describe, expect, test } from "vitest";
import type { ModelHabits } from "../../src/embedding/known-models.ts";
import { createEmbedder } from "../../src/embedding/local-embedder.ts";
import { AFTER, BEFORE, codePointsOf, createFakeEncoder, lastHiddenState } from "./fake-encoder.ts";

/** An embedder over the fake encoder, and what the encoder was given after it was asked for its size. */
async function embedderWith(habits: Partial<ModelHabits> = {}) {
  const encoder = createFakeEncoder(lastHiddenState, habits);
  const embedder = await createEmbedder(encoder, "fake@1");
  return { embedder, inputs: () => encoder.inputs.slice(1) };
}

const unit = (...vector: number[]): Float32Array => {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => value / length);
};

const framed = (text: string): number[] => [BEFORE, ...codePointsOf(text), AFTER];

describe("createEmbedder", () => {
  test("has the fingerprint that it was given and the model's own dimensions", async () => {
    const { embedder } = await embedderWith();
    expect([embedder.fingerprint, embedder.dimensions]).toEqual(["fake@1", 3]);
  });

  test("a query is read behind its prefix, and its vector is the mean of all tokens", async () => {
    const { embedder, inputs } = await embedderWith({ queryPrefix: "b: " });
    expect(await embedder.embedQuery("aa")).toEqual(unit(2, 1, 2));
    expect(inputs()).toEqual([framed("b: aa")]);
  });

  test("with cls pooling a vector is that of the first token alone", async () => {
    const { embedder } = await embedderWith({ pooling: "cls" });
    expect(await embedder.embedQuery("aa")).toEqual(unit(0, 0, 1));
  });

  test("a passage is read once: prefix, headline and sentences, one behind the other", async () => {
    const { embedder, inputs } = await embedderWith({ passagePrefix: "p: " });
    await embedder.embedPassages([{ headline: "h", sentences: ["aab", "b"] }]);
    expect(inputs()).toEqual([framed("p: haabb")]);
  });

  test("a sentence's vector is the mean of its own tokens and no others", async () => {
    const { embedder } = await embedderWith({ passagePrefix: "a: " });
    const [vectors] = await embedder.embedPassages([
      { headline: "bbb", sentences: ["aab", "b", "xa"] },
    ]);
    expect(vectors?.sentences).toEqual([unit(2, 1, 0), unit(0, 1, 0), unit(1, 0, 0)]);
    // Twice a special token, a in prefix and sentences, b in headline and sentences.
    expect(vectors?.passage).toEqual(unit(4, 5, 2));
  });

  test("sentences are pooled over their tokens in a cls model too", async () => {
    const { embedder } = await embedderWith({ pooling: "cls" });
    const [vectors] = await embedder.embedPassages([{ headline: "", sentences: ["a", "b"] }]);
    expect(vectors).toEqual({
      passage: unit(0, 0, 1),
      sentences: [unit(1, 0, 0), unit(0, 1, 0)],
    });
  });

  test("an input ends where the model's window does, with the special token still behind it", async () => {
    const { embedder, inputs } = await embedderWith({ maxTokens: 5 });
    await embedder.embedQuery("abab");
    expect(inputs()).toEqual([framed("aba")]);
  });

  test("a sentence that goes out of the window is pooled over what is inside", async () => {
    const { embedder } = await embedderWith({ maxTokens: 6 });
    const [vectors] = await embedder.embedPassages([{ headline: "x", sentences: ["a", "babbb"] }]);
    expect(vectors?.sentences).toEqual([unit(1, 0, 0), unit(1, 1, 0)]);
  });

  test("a sentence behind the window has its passage's vector", async () => {
    const { embedder } = await embedderWith({ maxTokens: 5 });
    const [vectors] = await embedder.embedPassages([
      { headline: "x", sentences: ["aa", "bb", "b"] },
    ]);
    expect(vectors?.passage).toEqual(unit(2, 0, 2));
    expect(vectors?.sentences).toEqual([unit(1, 0, 0), unit(2, 0, 2), unit(2, 0, 2)]);
  });

  test("a sentence without a token has its passage's vector", async () => {
    const { embedder } = await embedderWith();
    const [vectors] = await embedder.embedPassages([{ headline: "", sentences: ["", "a"] }]);
    expect(vectors?.sentences).toEqual([unit(1, 0, 2), unit(1, 0, 0)]);
  });

  test("gives one result for each passage, in order", async () => {
    const { embedder } = await embedderWith();
    const vectors = await embedder.embedPassages([
      { headline: "a", sentences: ["a"] },
      { headline: "b", sentences: ["b", "b"] },
    ]);
    expect(vectors.map(({ sentences }) => sentences)).toEqual([
      [unit(1, 0, 0)],
      [unit(0, 1, 0), unit(0, 1, 0)],
    ]);
    expect(await embedder.embedPassages([])).toEqual([]);
  });

  test("a model without token states is refused", async () => {
    const encoder = createFakeEncoder(() => ({}));
    await expect(createEmbedder(encoder, "fake@1")).rejects.toThrow(
      "It gives no token states (last_hidden_state).",
    );
  });
});
