import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../../src/articles/texts/paragraphs.ts";
import { blockOf, setInColumn } from "../printed-page.ts";

const COLUMN = 10;
const FIRST = "春天里百花都开放了，有红的也有白的，望不到边。";
const SECOND = "夏天里荷花也开放了，一片又一片连成了花海。";

const cut = (...texts: readonly string[]): readonly string[] => {
  const blocks = texts.map((text) => blockOf("prose", text));
  return paragraphsOf(blocks, [...blocks.keys()]).map((paragraph) =>
    paragraph.lines.map((line) => line.text).join(""),
  );
};

describe("paragraphsOf", () => {
  it("runs on over a column break in the middle of a sentence", () => {
    const [top, ...rest] = setInColumn(FIRST, COLUMN).split("\n");
    expect(cut(top ?? "", rest.join("\n"))).toEqual([FIRST]);
  });

  it("runs on over a column break between two sentences on full lines", () => {
    const full = "春天里百花都开了。夏天里荷花也开了，真好。";
    expect(cut(full.slice(0, 9), full.slice(9, 19))).toEqual([full.slice(0, 19)]);
  });

  it("starts a paragraph behind a short line that ends a sentence, without any blank line", () => {
    const column = [FIRST, SECOND].map((text) => setInColumn(text, COLUMN)).join("\n");
    expect(cut(column)).toEqual([FIRST, SECOND]);
  });

  it("does not end a paragraph with its indented first line", () => {
    const text = "春天里百花开。夏天里荷花也都开放了，一片又一片连成了一片花海。";
    expect(cut(setInColumn(text, COLUMN))).toEqual([text]);
  });

  it("keeps a byline at the end of a line out of the text", () => {
    const [paragraph] = paragraphsOf([blockOf("prose", "花开了。 记者 李明")], [0]);
    expect(paragraph?.lines).toEqual([{ n: 1, text: "花开了。", byline: "记者 李明" }]);
  });
});
