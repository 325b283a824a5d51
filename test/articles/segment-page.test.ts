import { describe, expect, it } from "vitest";
import { segmentPage } from "../../src/articles/segment-page.ts";
import { linesOf, pageOf, setInColumn } from "./printed-page.ts";

const set = (text: string): string => setInColumn(text, 14);

const PAGE = [
  "晨光日报\n06",
  "■城事",
  "江堤加固\n工程开工",
  `${set("本报讯 昨日，江堤加固工程全线开工，江堤将加高两米，沿江居民翘首以盼。")}\n记者 李明\n通讯员 王芳 文/图`,
  set("江堤加固工程全长三十公里，沿江居民出行更方便，工程明年完工。"),
  "c",
  set("本报讯 新学年，城南小学迎来了三百名新生，校园里新添了塑胶操场。 记者 赵六"),
  "城南小学开学",
  "▲江堤加固现场",
].join("\n\n");

describe("segmentPage", () => {
  it("cuts a page into articles with all their parts", () => {
    const { articles } = segmentPage(pageOf(PAGE));
    expect(articles).toHaveLength(2);
    expect(articles[0]).toMatchObject({
      headline: "江堤加固工程开工",
      byline: "记者 李明 通讯员 王芳 文/图",
      captions: ["▲江堤加固现场"],
      text:
        "本报讯 昨日，江堤加固工程全线开工，江堤将加高两米，沿江居民翘首以盼。\n" +
        "江堤加固工程全长三十公里，沿江居民出行更方便，工程明年完工。",
    });
    expect(articles[1]).toMatchObject({
      headline: "城南小学开学",
      byline: "记者 赵六",
      captions: [],
      text: "本报讯 新学年，城南小学迎来了三百名新生，校园里新添了塑胶操场。",
    });
  });

  it("leaves out the fields of what was not printed", () => {
    const [article] = segmentPage(pageOf("本报讯 昨日开工。")).articles;
    expect(article).toBeDefined();
    expect(Object.keys(article ?? {})).not.toContain("byline");
    expect(Object.keys(article ?? {})).not.toContain("subheadline");
    expect(article?.headline).toBe("");
  });

  it("says where and when an article was printed, as far as the page knows", () => {
    const page = { ...pageOf("\n本报讯 昨日开工。\n", "a/b.txt"), date: "2024-05-13", page: "A02" };
    expect(segmentPage(page).articles[0]?.source).toEqual({
      file: "a/b.txt",
      lines: [2, 2],
      date: "2024-05-13",
      page: "A02",
    });
  });

  it("keeps the id of an article when other parts of the page change", () => {
    const before = segmentPage(pageOf(PAGE)).articles;
    const after = segmentPage(
      pageOf(PAGE.replace("城南小学开学", "新生来了").replace("江堤加固\n", "")),
    ).articles;
    expect(after.map((article) => article.id)).toEqual(before.map((article) => article.id));
  });

  it.each(["", "\n\n", "c", "江堤开工", "■城事", "记者 李明", "▲图", "06 要闻"])(
    "finds no article in '%s' and labels its lines all the same",
    (text) => {
      const { articles, lines } = segmentPage(pageOf(text));
      expect(articles).toEqual([]);
      expect(lines.map((label) => label.n)).toEqual(linesOf(text).map((line) => line.n));
    },
  );

  it("keeps a story whole below subheads in words of their own, down to its byline", () => {
    const first = set("本报讯 老纸坊街的改造工程昨日完工，街上的商户和居民都说好。");
    const second = set("改造工程从地下开始，雨水和污水分开，街上的电线全部入地。");
    const third = set("每户都有一张单子，有人要天窗，有人只求保住门前的石榴树。");
    const next = set("本报讯 城南小学迎来新生，校园里新添了操场。 记者 赵六");
    const text = ["老纸坊街旧貌换新颜", first, "看不见的先修", second, "住户说了算"].join("\n\n");
    const page = pageOf([text, `${third}\n记者 李明`, "城南小学开学", next].join("\n\n"));
    const { articles } = segmentPage(page);
    expect(articles.map(({ headline }) => headline)).toEqual([
      "老纸坊街旧貌换新颜",
      "城南小学开学",
    ]);
    expect(articles[0]?.text.split("\n")).toHaveLength(5);
  });

  it("cuts with the models that it is given", () => {
    const never = {
      lines: {},
      links: { next: 50 },
      headlines: {},
      ways: { joining: 1 },
      confidence: {},
    };
    const always = { ...never, links: { open: 50 } };
    expect(segmentPage(pageOf(PAGE), never).articles).toHaveLength(1);
    expect(segmentPage(pageOf(PAGE), always).articles).toHaveLength(3);
  });
});
