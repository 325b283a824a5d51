import { describe, expect, it } from "vitest";
import { clausesOf } from "../../../src/articles/blocks/clauses.ts";
import { titlesOf } from "../../../src/articles/links/titles.ts";
import { blockOf } from "../printed-page.ts";

describe("titlesOf", () => {
  const blocks = [
    blockOf("title", "老街新貌"),
    blockOf("title", "街坊拍手叫好"),
    blockOf("prose", "老街修好了，街坊拍手叫好。"),
    blockOf("caption", "▲老街"),
    blockOf("title", "新学年开学"),
  ];
  const titles = titlesOf({ blocks, clauses: clausesOf([blocks[2]?.lines ?? []]) });

  it("lists titles and captions with the row that they stand in", () => {
    expect(titles.map(({ at, row }) => [at, ...row])).toEqual([
      [0, 0, 1],
      [1, 0, 1],
      [3, 3, 3],
      [4, 4, 4],
    ]);
  });

  it("tells which of them quote the text", () => {
    expect(titles.map((title) => title.pulled)).toEqual([false, true, false, false]);
  });
});
