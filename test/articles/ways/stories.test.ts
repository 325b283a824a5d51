import { SHIPPED, type Models } from "../../../src/articles/learned/models.ts";
import { describe, expect, it } from "vitest";
import { decide, partsOf, storiesOf, waysOf } from "../../../src/articles/ways/stories.ts";
import { blockOf, blocksIn, setInColumn, stretchesIn } from "../printed-page.ts";

/** The first characters of each block of running text, story by story. */
function storiesIn(...parts: readonly string[]): readonly (readonly string[])[] {
  const page = blocksIn(...parts);
  return storiesOf(page, SHIPPED).map(({ prose, bylines }) =>
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
    const school = set(`本报讯 ${SCHOOL.replaceAll("\n", "")}`);
    const headlines = ["江堤加固工程全线开工", "城南小学迎来三百名新生"];
    expect(storiesIn(DYKE, DYKE_MORE, school, SCHOOL_MORE, ...headlines)).toEqual([
      ["本报讯 昨日", "江堤加固工程"],
      ["本报讯 新学", "校园食堂也换"],
    ]);
  });

  it("starts a story at the words that open one where no story of the page has a headline", () => {
    const school = set(`本报讯 ${SCHOOL.replaceAll("\n", "")}`);
    expect(storiesIn(DYKE, DYKE_MORE, school, SCHOOL_MORE)).toEqual([
      ["本报讯 昨日", "江堤加固工程"],
      ["本报讯 新学", "校园食堂也换"],
    ]);
  });

  it("starts a story at the words that open one even where it is a brief of one sentence", () => {
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

  it("starts a story under each headline of a page that has them all", () => {
    const school = `${SCHOOL}\n\n${SCHOOL_MORE}`;
    expect(storiesIn("江堤加固工程开工", DYKE, DYKE_MORE, "城南小学开学啦", school)).toEqual([
      ["本报讯 昨日", "江堤加固工程"],
      ["新学年，城南", "校园食堂也换"],
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

  it("keeps related text under a title of its own in the story", () => {
    expect(storiesIn(DYKE, "家门口的变化", DYKE_MORE)).toHaveLength(1);
  });

  it("keeps strange text without any title above it in the story", () => {
    expect(storiesIn(DYKE, DYKE_MORE, set(SCHOOL_MORE.replaceAll("\n", "")))).toHaveLength(1);
  });

  it("goes on over a column break in the middle of a word", () => {
    expect(storiesIn(top(DYKE, 2), rest(DYKE, 2), DYKE_MORE)).toHaveLength(1);
  });

  it("goes on below a second short title where the story went on below the first", () => {
    const more = set("江堤加固的石料来自上游，每天有六十车运到工地，工人两班倒。");
    const last = set("江堤加固由市水务局负责，居民可以拨打热线，反映工地上的问题。");
    expect(
      storiesIn("江堤加高两米", DYKE, DYKE_MORE, "石从哪来", more, "谁来管", last),
    ).toHaveLength(1);
  });

  it("gives each story a confidence and the headline that its words tell", () => {
    const page = blocksIn("江堤加固工程开工", DYKE, DYKE_MORE);
    const [story] = storiesOf(page, SHIPPED);
    expect(story?.headline?.at).toBe(0);
    expect(story?.confidence).toBeGreaterThan(0);
    expect(story?.confidence).toBeLessThanOrEqual(1);
    expect(story?.profile).toMatchObject({ first: 1, last: 2, end: 2 });
  });
});

describe("partsOf", () => {
  it("lists the stretches of each story, in the order in which the stories open", () => {
    expect(partsOf([0, 1, 0, 3, 1])).toEqual([[0, 2], [1, 4], [3]]);
    expect(partsOf([])).toEqual([]);
  });
});

const NOTHING: Models = { lines: {}, links: {}, headlines: {}, ways: {}, confidence: {} };

describe("deciding among the ways to cut a page with weights made by hand", () => {
  const page = stretchesIn(
    blockOf("title", "江堤开工"),
    blockOf("prose", "江堤加固工程昨日开工。"),
    blockOf("title", "小学开学"),
    blockOf("prose", "城南小学昨日开学。"),
  );
  const storiesBy = (models: Partial<Models>): readonly (readonly number[])[] => {
    const { ways, chosen } = decide(page, { ...NOTHING, ...models });
    return ways[chosen]?.stories ?? [];
  };

  it("follows the joining where nothing else has a weight", () => {
    expect(storiesBy({ links: { next: 1 }, ways: { joining: 1 } })).toEqual([[0, 1]]);
    expect(storiesBy({ links: { open: 1 }, ways: { joining: 1 } })).toEqual([[0], [1]]);
  });

  it("is overruled by what all of the page says", () => {
    const ways = { joining: 1, "titles without a story": -5 };
    expect(storiesBy({ links: { next: 1 }, ways })).toEqual([[0], [1]]);
  });

  it("keeps the ways in the order of the joining, each with a headline for each story", () => {
    const ways = waysOf(page, { ...NOTHING, links: { next: 1 } });
    expect(ways.map(({ stories }) => stories)).toEqual([[[0, 1]], [[0], [1]]]);
    expect(ways.map(({ heading }) => heading.headlines.length)).toEqual([1, 2]);
    expect(ways.map(({ profiles }) => profiles.length)).toEqual([1, 2]);
  });

  it("has nothing to decide on a page without running text", () => {
    const { ways, chosen } = decide(stretchesIn(blockOf("title", "江堤开工")), NOTHING);
    expect(ways[chosen]?.stories).toEqual([]);
  });
});
