import { SHIPPED } from "../../../src/articles/learned/models.ts";
import { describe, expect, it } from "vitest";
import { placeTitles } from "../../../src/articles/texts/placement.ts";
import { storiesOf } from "../../../src/articles/ways/stories.ts";
import { blocksIn, setInColumn } from "../printed-page.ts";

function placesIn(...parts: readonly string[]): readonly string[] {
  const page = blocksIn(...parts);
  return placeTitles(page, storiesOf(page, SHIPPED)).map(({ at, story, role }) => {
    const lines = page.blocks[at]?.lines ?? [];
    return `${String(story)} ${role} ${lines.map((line) => line.text).join("")}`;
  });
}

const set = (text: string): string => setInColumn(text, 14);

const DYKE = set("本报讯 昨日，江堤加固工程全线开工，江堤将加高两米，沿江居民翘首以盼。");
const SCHOOL = set("本报讯 新学年，城南小学迎来了三百名新生，校园里新添了塑胶操场，孩子们高兴。");

describe("placeTitles", () => {
  it("takes the title right above for the headline", () => {
    expect(placesIn("江堤加固开工", DYKE)).toEqual(["0 headline 江堤加固开工"]);
  });

  it("gives headlines that were moved to the end of the page back by what they say", () => {
    expect(placesIn(DYKE, SCHOOL, "城南小学新添操场", "江堤加固工程开工")).toEqual([
      "1 headline 城南小学新添操场",
      "0 headline 江堤加固工程开工",
    ]);
  });

  it("takes the quotation beside a headline for its subheadline", () => {
    expect(placesIn("江堤加固开工", "沿江居民翘首以盼", DYKE)).toEqual([
      "0 headline 江堤加固开工",
      "0 subheadline 沿江居民翘首以盼",
    ]);
  });

  it("takes the upper of two titles that say as much for the headline", () => {
    expect(placesIn("江堤加固工程来了", "昨日江堤全线动工", DYKE)).toEqual([
      "0 headline 江堤加固工程来了",
      "0 subheadline 昨日江堤全线动工",
    ]);
  });

  it("takes a line in the middle of a sentence for a caption", () => {
    const [first = "", ...rest] = DYKE.split("\n");
    expect(placesIn("江堤加固开工", first, "沿江居民翘首以盼", rest.join("\n"))).toContain(
      "0 caption 沿江居民翘首以盼",
    );
  });

  it("takes a quotation between paragraphs for a subhead", () => {
    const more = set("江堤加固工程全长三十公里，沿江居民出行更方便，工程明年完工。");
    expect(placesIn("江堤加固开工", DYKE, "沿江居民出行更方便", more)).toContain(
      "0 subhead 沿江居民出行更方便",
    );
  });

  it("gives a marked caption to the story that it is about, wherever it stands", () => {
    expect(placesIn("江堤加固开工", DYKE, "城南小学开学", SCHOOL, "▲江堤加固现场")).toContain(
      "0 caption ▲江堤加固现场",
    );
  });

  it("places nothing on a page without a story", () => {
    expect(placesIn("江堤加固开工")).toEqual([]);
  });
});
