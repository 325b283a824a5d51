import { describe, expect, test } from "vitest";
import type { Centres } from "../../src/embedding/centres.ts";
import { dot } from "../helpers/dot.ts";
import type { ModelHabits } from "../../src/embedding/known-models.ts";
import { createEmbedder } from "../../src/embedding/local-embedder.ts";
import type { TokenVectors } from "../../src/embedding/token-vectors.ts";
import { AFTER, BEFORE, codePointsOf, createFakeEncoder, lastHiddenState } from "./fake-encoder.ts";

/** An embedder over the fake encoder, and what the encoder was given after it was asked for its size. */
async function embedderWith(habits: Partial<ModelHabits> = {}, centres?: Centres) {
  const encoder = createFakeEncoder(lastHiddenState, habits);
  const embedder = await createEmbedder(encoder, "fake@1", centres);
  return { embedder, inputs: () => encoder.inputs.slice(1) };
}

const unit = (...vector: number[]): Float32Array => {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => value / length);
};

const framed = (text: string): number[] => [BEFORE, ...codePointsOf(text), AFTER];

/** The tokens of `a`s, `b`s and other letters without centres: the fake's states in 127ths. */
const tokensOf = (text: string): TokenVectors => ({
  data: Int8Array.from(Array.from(text, (letter) => STATES[letter] ?? [0, 0, 0]).flat()),
  dimensions: 3,
});

const STATES: Readonly<Record<string, readonly number[]>> = { a: [127, 0, 0], b: [0, 127, 0] };

describe("createEmbedder", () => {
  test("has the fingerprint that it was given and the model's own dimensions", async () => {
    const { embedder } = await embedderWith();
    expect([embedder.fingerprint, embedder.dimensions]).toEqual(["fake@1", 3]);
  });

  test("a query is read behind its prefix, and its vector is the mean of all tokens", async () => {
    const { embedder, inputs } = await embedderWith({ queryPrefix: "b: " });
    expect((await embedder.embedQuery("aa")).whole).toEqual(unit(2, 1, 2));
    expect(inputs()).toEqual([framed("b: aa")]);
  });

  test("the tokens of a query are its own, without those of prefix and frame", async () => {
    const { embedder } = await embedderWith({ queryPrefix: "b: " });
    expect((await embedder.embedQuery("axb")).tokens).toEqual(tokensOf("axb"));
    expect((await embedder.embedQuery("")).tokens).toEqual(tokensOf(""));
  });

  test("with cls pooling a vector is that of the first token alone, and tokens are as ever", async () => {
    const { embedder } = await embedderWith({ pooling: "cls" });
    expect(await embedder.embedQuery("ab")).toEqual({
      whole: unit(0, 0, 1),
      tokens: tokensOf("ab"),
    });
    const [vectors] = await embedder.embedPassages([{ headline: "b", sentences: ["a", "b"] }]);
    expect(vectors).toEqual({
      whole: unit(0, 0, 1),
      headline: tokensOf("b"),
      sentences: [tokensOf("a"), tokensOf("b")],
    });
  });

  test("a passage is read once: prefix, headline and sentences, one behind the other", async () => {
    const { embedder, inputs } = await embedderWith({ passagePrefix: "p: " });
    await embedder.embedPassages([{ headline: "h", sentences: ["aab", "b"] }]);
    expect(inputs()).toEqual([framed("p: haabb")]);
  });

  test("headline and sentences have their own tokens, and the passage is the mean of all", async () => {
    const { embedder } = await embedderWith({ passagePrefix: "a: " });
    const [vectors] = await embedder.embedPassages([
      { headline: "bxb", sentences: ["aab", "b", "xa"] },
    ]);
    expect(vectors).toEqual({
      // Twice a special token, a in prefix and sentences, b in headline and sentences.
      whole: unit(4, 4, 2),
      headline: tokensOf("bxb"),
      sentences: [tokensOf("aab"), tokensOf("b"), tokensOf("xa")],
    });
  });

  test("no headline, no tokens: those of the prefix are not taken for it", async () => {
    const { embedder } = await embedderWith({ passagePrefix: "a: " });
    const [vectors] = await embedder.embedPassages([{ headline: "", sentences: ["b"] }]);
    expect(vectors?.headline).toEqual(tokensOf(""));
    expect(vectors?.sentences).toEqual([tokensOf("b")]);
  });

  test("an input ends where the model's window does, with the special token still behind it", async () => {
    const { embedder, inputs } = await embedderWith({ maxTokens: 5 });
    expect((await embedder.embedQuery("abab")).tokens).toEqual(tokensOf("aba"));
    expect(inputs()).toEqual([framed("aba")]);
  });

  test("a prefix that fills the window leaves no tokens to query and headline", async () => {
    const { embedder } = await embedderWith({
      queryPrefix: "b: ",
      passagePrefix: "b: ",
      maxTokens: 4,
    });
    expect((await embedder.embedQuery("a")).tokens).toEqual(tokensOf(""));
    const [vectors] = await embedder.embedPassages([{ headline: "a", sentences: ["a"] }]);
    expect(vectors?.headline).toEqual(tokensOf(""));
    expect(vectors?.sentences).toEqual([tokensOf("")]);
  });

  test("a sentence that goes out of the window has the tokens that are inside", async () => {
    const { embedder } = await embedderWith({ maxTokens: 6 });
    const [vectors] = await embedder.embedPassages([{ headline: "x", sentences: ["a", "babbb"] }]);
    expect(vectors?.sentences).toEqual([tokensOf("a"), tokensOf("ba")]);
  });

  test("a sentence behind the window has no tokens, nor has one without text", async () => {
    const { embedder } = await embedderWith({ maxTokens: 5 });
    const [vectors] = await embedder.embedPassages([
      { headline: "x", sentences: ["", "aa", "bb", "b"] },
    ]);
    expect(vectors).toEqual({
      whole: unit(2, 0, 2),
      headline: tokensOf("x"),
      sentences: ["", "aa", "", ""].map(tokensOf),
    });
  });

  test("gives one result for each passage, in order", async () => {
    const { embedder } = await embedderWith();
    const vectors = await embedder.embedPassages([
      { headline: "a", sentences: ["a"] },
      { headline: "b", sentences: ["b", "b"] },
    ]);
    expect(vectors.map(({ sentences }) => sentences)).toEqual([
      [tokensOf("a")],
      [tokensOf("b"), tokensOf("b")],
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

describe("with centres", () => {
  const CENTRES: Centres = {
    questions: Float32Array.of(-2, -4, 0),
    passages: Float32Array.of(-4, -2, 0),
  };
  // In 127ths: 3/5 is 76.2, 4/5 is 101.6.
  const BOTH_WAYS = { data: Int8Array.of(76, 102, 0), dimensions: 3 };

  test("query and tokens are seen from the centre of questions", async () => {
    const { embedder } = await embedderWith({}, CENTRES);
    const { whole, tokens } = await embedder.embedQuery("a");
    // [1, 0, 0] less the centre is [3, 4, 0].
    expect(tokens).toEqual(BOTH_WAYS);
    // The mean is [1, 0, 2] / 3, and 3 times what is left of it [7, 12, 2].
    expect(dot(whole, unit(7, 12, 2))).toBeCloseTo(1, 6);
  });

  test("passage and tokens are seen from the centre of passages", async () => {
    const { embedder } = await embedderWith({}, CENTRES);
    const [vectors] = await embedder.embedPassages([{ headline: "b", sentences: ["b", "bb"] }]);
    // [0, 1, 0] less the centre is [4, 3, 0].
    const row = [102, 76, 0];
    expect(vectors?.headline).toEqual({ data: Int8Array.from(row), dimensions: 3 });
    expect(vectors?.sentences).toEqual([
      { data: Int8Array.from(row), dimensions: 3 },
      { data: Int8Array.of(...row, ...row), dimensions: 3 },
    ]);
    // The mean is [0, 4, 2] / 6, and 3 times what is left of it [12, 8, 1].
    expect(dot(vectors?.whole ?? unit(0), unit(12, 8, 1))).toBeCloseTo(1, 6);
  });

  test("a sentence behind the window has no tokens there either", async () => {
    const { embedder } = await embedderWith({ maxTokens: 4 }, CENTRES);
    const [vectors] = await embedder.embedPassages([{ headline: "x", sentences: ["b", "b"] }]);
    expect(vectors?.sentences[1]).toEqual({ data: new Int8Array(), dimensions: 3 });
  });

  test("of another model are refused", async () => {
    const short = { questions: Float32Array.of(1), passages: Float32Array.of(1) };
    await expect(embedderWith({}, short)).rejects.toThrow(
      "Its centres have 1 numbers, its token states 3.",
    );
  });
});
