import { expect, test } from "vitest";
import { correctionOf, isCorrection } from "../../src/corpus/correction.ts";

test.each([
  ["004.txt", "004.articles.yaml"],
  ["a.b/2022-09-30_A02.v2.TXT", "a.b/2022-09-30_A02.v2.articles.yaml"],
  ["page", "page.articles.yaml"],
])("the correction of %s is %s", (page, correction) => {
  expect(correctionOf(page)).toBe(correction);
  expect(isCorrection(correction)).toBe(true);
});

test.each(["004.txt", "articles.yaml", "004.yaml", "004.articles.yaml.txt"])(
  "%s is no correction",
  (file) => {
    expect(isCorrection(file)).toBe(false);
  },
);
