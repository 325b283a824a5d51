import { expect, test } from "vitest";
import { habitsOf } from "../../src/embedding/known-models.ts";

test.each(["multilingual-e5-small", "Xenova/multilingual-e5-base", "intfloat/E5-large-v2"])(
  "%s wants both prefixes and mean pooling",
  (name) => {
    expect(habitsOf(name)).toEqual({
      queryPrefix: "query: ",
      passagePrefix: "passage: ",
      pooling: "mean",
      maxTokens: 512,
    });
  },
);

test.each(["Xenova/bge-m3", "onnx-community/gte-multilingual-base"])(
  "%s wants no prefix and the first token",
  (name) => {
    expect(habitsOf(name)).toMatchObject({ queryPrefix: "", passagePrefix: "", pooling: "cls" });
  },
);

test("bge for Chinese wants an instruction before questions only", () => {
  expect(habitsOf("Xenova/bge-small-zh-v1.5")).toMatchObject({
    queryPrefix: "为这个句子生成表示以用于检索相关文章：",
    passagePrefix: "",
    pooling: "cls",
  });
});

test("a model that nobody knows gets no prefix and mean pooling", () => {
  expect(habitsOf("owner/model")).toEqual({
    queryPrefix: "",
    passagePrefix: "",
    pooling: "mean",
    maxTokens: 512,
  });
});
