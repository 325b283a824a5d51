import { expect, test } from "vitest";
import { LOW_CONFIDENCE, isUnsure } from "../../../src/articles/article.ts";
import { askForEditor, certaintyOf } from "../../../src/surfaces/cli/certainty.ts";
import { CATS } from "./fake-services.ts";

test.each<[number | undefined, string]>([
  [undefined, ""],
  [1, "100%"],
  [0.29, "cut unsure (29%)"],
  [LOW_CONFIDENCE, "75%"],
  [LOW_CONFIDENCE - 0.0001, "cut unsure (74%)"],
])("a confidence of %s is '%s'", (confidence, words) => {
  const article = confidence === undefined ? {} : { confidence };
  expect(certaintyOf(article)).toBe(words);
  expect(isUnsure(article)).toBe(words.startsWith("cut unsure"));
});

test("nobody is asked where all is sure", () => {
  expect(askForEditor([CATS, { ...CATS, confidence: LOW_CONFIDENCE }])).toBeUndefined();
});
