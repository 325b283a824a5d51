import { describe, expect, test } from "vitest";
import { createReader } from "../../src/embedding/local-reader.ts";
import { AFTER, BEFORE, codePointsOf, createFakeEncoder, tensor } from "./fake-encoder.ts";

/** A digit in the input starts an answer that well; a letter ends one: a is 1, b is 2. Special tokens do both best. */
function readerWith() {
  const encoder = createFakeEncoder(
    (ids) => ({
      relevance: tensor([-1.5], [1]),
      start_logits: tensor(
        ids.map((id) => (id <= AFTER ? 100 : logit(id, "0"))),
        [1, ids.length],
      ),
      end_logits: tensor(
        ids.map((id) => (id <= AFTER ? 100 : logit(id, "`"))),
        [1, ids.length],
      ),
    }),
    { queryPrefix: "q: ", passagePrefix: "p: " },
  );
  return { reader: createReader(encoder), inputs: encoder.inputs };
}

/** Counts from the character before the first, within ten; -10 for all others. */
function logit(id: number, zero: string): number {
  const value = id - (codePointsOf(zero)[0] ?? 0);
  return value >= 0 && value < 10 ? value : -10;
}

describe("createReader", () => {
  test("reads question and window as the model was trained, the separator twice between them", async () => {
    const { reader, inputs } = readerWith();
    await reader.read("who", { headline: "head", sentences: ["one", "two"] });
    expect(inputs).toEqual([
      [BEFORE, ...codePointsOf("q: who"), AFTER, AFTER, ...codePointsOf("p: head\nonetwo"), AFTER],
    ]);
  });

  test("gives the model's relevance as it is", async () => {
    const { relevance } = await readerWith().reader.read("who", { headline: "", sentences: [] });
    expect(relevance).toBe(-1.5);
  });

  test("a sentence's span is its best start and best end behind it", async () => {
    const { spans } = await readerWith().reader.read("9i", {
      headline: "9i",
      sentences: ["..3..2..c..b", "b3", "5c1d"],
    });
    // "3…c"; "3" alone, as b stands before it; "5…d".
    expect(spans).toEqual([6, -7, 9]);
  });

  test("the words of a span stand where it starts and ends in its sentence", async () => {
    const sentences = ["..3..2..c..b", "b3", "5c1d"];
    const { words } = await readerWith().reader.read("9i", { headline: "9i", sentences });
    const texts = words?.map((range, i) => sentences[i]?.slice(range?.start, range?.end));
    expect(texts).toEqual(["3..2..c", "3", "5c1d"]);
  });

  test("start and end of one token are one span", async () => {
    const { spans } = await readerWith().reader.read("x", { headline: "", sentences: ["."] });
    expect(spans).toEqual([-20]);
  });

  test("an answer is at most 40 tokens long", async () => {
    const { spans } = await readerWith().reader.read("x", {
      headline: "",
      sentences: [`5${".".repeat(38)}c`, `5${".".repeat(39)}c`],
    });
    expect(spans).toEqual([8, -5]);
  });

  test("what exceeds 200 tokens is left out, and a sentence behind them has no span", async () => {
    const { reader, inputs } = readerWith();
    // Before the sentences stand 1 + 4 + 2 tokens of the question and 4 of the headline: 188 are left.
    const { spans } = await reader.read("x", {
      headline: "",
      sentences: [".".repeat(184), "5..c", "7c"],
    });
    expect(inputs[0]).toHaveLength(200);
    expect(inputs[0]?.at(-1)).toBe(AFTER);
    expect(spans).toEqual([-20, 8, -Infinity]);
  });

  test("a sentence is read as far as the 200 tokens go", async () => {
    const { spans } = await readerWith().reader.read("x", {
      headline: "",
      sentences: [".".repeat(185), "5..c"],
    });
    expect(spans).toEqual([-20, -5]);
  });

  test("a sentence without a token has no span", async () => {
    const { spans } = await readerWith().reader.read("x", { headline: "", sentences: ["", "1a"] });
    expect(spans).toEqual([-Infinity, 2]);
  });

  test("a long question leaves room for the window", async () => {
    const { reader, inputs } = readerWith();
    const { spans } = await reader.read("x".repeat(300), { headline: "h", sentences: ["1a"] });
    expect(inputs[0]?.filter((id) => id === codePointsOf("x")[0])).toHaveLength(77);
    expect(spans).toEqual([2]);
  });

  test("a model that gives something else is refused", async () => {
    const reader = createReader(createFakeEncoder(() => ({ relevance: tensor([1], [1]) })));
    await expect(reader.read("x", { headline: "", sentences: [] })).rejects.toThrow(
      "It gives no relevance and no answer spans.",
    );
  });
});
