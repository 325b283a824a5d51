import { describe, expect, it } from "vitest";
import { blocksOf } from "../../src/articles/blocks.ts";
import { runsOf } from "../../src/articles/runs.ts";
import { storiesOf } from "../../src/articles/stories.ts";
import { linesOf, setInColumn } from "./printed-page.ts";

/** The first characters of each block of running text, story by story. */
function storiesIn(...parts: readonly string[]): readonly (readonly string[])[] {
  const page = blocksOf(runsOf(linesOf(parts.join("\n\n"))).runs);
  return storiesOf(page).map(({ prose, bylines }) =>
    [...prose, ...bylines].map((at) => page.blocks[at]?.lines[0]?.text.slice(0, 6) ?? ""),
  );
}

const set = (text: string, column = 14): string => setInColumn(text, column);
const top = (text: string, lines: number): string => text.split("\n").slice(0, lines).join("\n");
const rest = (text: string, lines: number): string => text.split("\n").slice(lines).join("\n");

const DYKE = set(
  "本报讯 昨日，江堤加固工程全线开工，江堤将加高两米，堤顶道路同时拓宽，沿江居民翘首以盼。",
);
const DYKE_MORE = set("江堤加固工程全长三十公里，沿江居民出行将更方便，工程计划明年汛期前完工。");
const SCHOOL = set(
  "新学年，城南小学迎来了三百名新生，校园里新添了塑胶操场，孩子们高兴地跑来跑去。",
  17,
);
const SCHOOL_MORE = set("校园食堂也换了新灶具，孩子们的午餐有四菜一汤，家长放心。", 17);

describe("storiesOf", () => {
  it("starts a story at the words that open one", () => {
    expect(storiesIn(DYKE, DYKE_MORE, "本报讯 今日，开学。")).toEqual([
      ["本报讯 昨日", "江堤加固工程"],
      ["本报讯 今日"],
    ]);
  });

  it("ends a story at the byline behind its later paragraphs", () => {
    expect(storiesIn(DYKE, `${DYKE_MORE}\n记者 李明`, SCHOOL)).toEqual([
      ["本报讯 昨日", "江堤加固工程", "记者 李明"],
      ["新学年，城南"],
    ]);
  });

  it("goes on behind a byline that stands under the first paragraph", () => {
    expect(storiesIn(`${DYKE}\n记者 李明`, DYKE_MORE)).toEqual([
      ["本报讯 昨日", "江堤加固工程", "记者 李明"],
    ]);
  });

  it("starts a story under a headline in words of its own", () => {
    expect(storiesIn(DYKE, DYKE_MORE, "城南小学开学啦", SCHOOL)).toHaveLength(2);
  });

  it("goes on under a subhead that quotes the text below", () => {
    expect(storiesIn(DYKE, "沿江居民出行将更方便", DYKE_MORE)).toHaveLength(1);
  });

  it("takes up a story again that another interrupted in the middle of a sentence", () => {
    const school = `${SCHOOL}\n\n${SCHOOL_MORE}\n记者 王芳`;
    expect(
      storiesIn(DYKE, top(DYKE_MORE, 2), "城南小学开学啦", school, rest(DYKE_MORE, 2)),
    ).toEqual([
      ["本报讯 昨日", "江堤加固工程", rest(DYKE_MORE, 2).slice(0, 6)],
      ["新学年，城南", "校园食堂也换", "记者 王芳"],
    ]);
  });

  it("gives a byline between a headline and the text to the story that comes", () => {
    expect(storiesIn(DYKE, "城南小学开学啦\n记者 王芳", SCHOOL)).toEqual([
      ["本报讯 昨日"],
      ["新学年，城南", "记者 王芳"],
    ]);
  });

  it("finds no story where there is no running text", () => {
    expect(storiesIn("城南小学开学啦", "记者 王芳")).toEqual([]);
  });
});
