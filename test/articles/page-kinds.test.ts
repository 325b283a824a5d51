import { describe, expect, it } from "vitest";
import { isBlank, type Page } from "../../src/corpus/page.ts";
import { readPage } from "../../src/corpus/read-page.ts";
import type { Article } from "../../src/articles/article.ts";
import { segmentPage } from "../../src/articles/segment-page.ts";
import { articleTexts, type ArticleText } from "../eval/segmentation/article-texts.ts";
import { generatePage } from "../eval/segmentation/generate-page.ts";
import { linesOf, pageOf, setInColumn } from "./printed-page.ts";

/** A story as an orderly page prints it. */
function printedStory({ headline, lead, body, byline }: ArticleText, column = 11): string {
  const [first = "", ...rest] = body;
  const opening = lead === undefined ? first : `${lead} ${first}`;
  const paragraphs = [opening, ...rest].map((text) => setInColumn(text, column)).join("\n");
  const signed = byline === undefined ? paragraphs : `${paragraphs}\n${byline}`;
  return `${headline.replaceAll("|", "\n")}\n\n${signed}`;
}

const headlinesOf = (articles: readonly Article[]): readonly string[] =>
  articles.map(({ headline }) => headline.replace(/\s/gu, ""));

const cut = (text: string): readonly Article[] =>
  segmentPage(readPage(text, "page.txt", {})).articles;

const STORIES: readonly ArticleText[] = [
  {
    id: "dyke",
    headline: "江堤加固工程全线开工",
    lead: "本报讯",
    body: [
      "昨日，江堤加固工程全线开工，江堤将加高两米，堤顶道路同时拓宽，沿江居民翘首以盼。",
      "江堤加固工程全长三十公里，工程计划明年汛期前完工，届时沿江居民出行将更方便。",
    ],
    byline: "记者 李明",
  },
  {
    id: "school",
    headline: "城南小学迎来三百名新生",
    lead: "本报讯",
    body: [
      "新学年，城南小学迎来了三百名新生，校园里新添了塑胶操场，孩子们高兴地跑来跑去。",
      "校园食堂也换了新灶具，孩子们的午餐有四菜一汤，城南小学的家长都说放心。",
    ],
    byline: "记者 王芳",
  },
];
const PAGE = STORIES.map((story) => printedStory(story)).join("\n\n");
const [DYKE = "", SCHOOL = ""] = STORIES.map((story) => printedStory(story));

const SIMPLIFIED = Array.from("报讯线开将两顶时宽长计划汛届记学来园里胶场孩们兴饭换灶汤说");
const TRADITIONAL = Array.from("報訊線開將兩頂時寬長計劃汛屆記學來園裡膠場孩們興飯換灶湯說");
const traditional = (text: string): string =>
  text.replace(/./gu, (character) => TRADITIONAL[SIMPLIFIED.indexOf(character)] ?? character);

describe("segmentPage on one kind of page or another", () => {
  it("cuts a page in simplified characters", () => {
    expect(headlinesOf(cut(PAGE))).toEqual(STORIES.map(({ headline }) => headline));
  });

  it("cuts the same page in traditional characters in the same places", () => {
    const other = traditional(PAGE);
    expect(other).toContain("本報訊");
    const ranges = (text: string): unknown => cut(text).map(({ source }) => source.lines);
    expect(ranges(other)).toEqual(ranges(PAGE));
    expect(headlinesOf(cut(other))).toEqual(STORIES.map(({ headline }) => traditional(headline)));
  });

  it("cuts a page of Chinese and English stories", () => {
    const english = [
      "Old Bridge Reopens",
      "",
      "The old bridge reopened on Friday",
      "after two years of repairs. Lamps",
      "and benches now line the bridge.",
      "Walkers came from both banks.",
      "By Ann Lee",
    ].join("\n");
    const articles = cut([DYKE, english, SCHOOL].join("\n\n"));
    expect(articles).toHaveLength(3);
    expect(articles[1]?.headline).toBe("Old Bridge Reopens");
    expect(articles[1]?.byline).toBe("By Ann Lee");
    expect(articles[1]?.text).toBe(
      "The old bridge reopened on Friday after two years of repairs. Lamps and benches now line " +
        "the bridge. Walkers came from both banks.",
    );
  });

  it.each(["12月31日，60%的30公里江堤", "１２月３１日，６０％的３０公里江堤"])(
    "keeps digits as they were printed: %s",
    (digits) => {
      const [story] = STORIES;
      const body = [`${digits}已经加固完工，沿江居民叫好。`, ...(story?.body ?? [])];
      const page = [printedStory({ id: "", headline: "江堤加固提前完工", body }), SCHOOL];
      const articles = cut(page.join("\n\n"));
      expect(articles).toHaveLength(2);
      expect(articles[0]?.text).toContain(digits);
    },
  );

  it("cuts at the same lines whether they end as in Unix or as in Windows", () => {
    expect(cut(PAGE.replaceAll("\n", "\r\n"))).toEqual(cut(PAGE));
    expect(cut(PAGE.replaceAll("\n", "\r"))).toEqual(cut(PAGE));
  });

  it("finds the only article of a page, with all its lines", () => {
    const { articles, lines } = segmentPage(pageOf(DYKE));
    expect(headlinesOf(articles)).toEqual(["江堤加固工程全线开工"]);
    expect(articles[0]?.text.split("\n")).toEqual([
      `本报讯 ${STORIES[0]?.body[0] ?? ""}`,
      STORIES[0]?.body[1],
    ]);
    expect(new Set(lines.map(({ article }) => article))).toEqual(
      new Set([undefined, articles[0]?.id]),
    );
  });

  it("finds no article on a page of pictures", () => {
    const page = pageOf("水乡春早\n\n▲油菜花开\n\n图为游人在花田里\n\n王芳 摄\n\n花海");
    const { articles, lines } = segmentPage(page);
    expect(articles).toEqual([]);
    expect(lines.map(({ n }) => n)).toEqual(page.lines.map(({ n }) => n));
    expect(lines.every(({ article }) => article === undefined)).toBe(true);
    expect(new Set(lines.map(({ role }) => role))).toContain("caption");
  });

  it("cuts a page of forty articles", () => {
    const texts = articleTexts("simplified").slice(0, 40);
    expect(texts).toHaveLength(40);
    const { text, articles } = generatePage("easy", 1, () => texts);
    const found = headlinesOf(cut(text));
    const right = articles.filter(({ headline }) => found.includes(headline.replace(/\s/gu, "")));
    expect(right.length).toBeGreaterThan(32);
    expect(found.length).toBeGreaterThan(34);
    expect(found.length).toBeLessThan(46);
  });
});

describe("a page of ten thousand lines", () => {
  const copies = Math.ceil(10_001 / (linesOf(PAGE).length + 1));
  const long: Page = {
    file: "long.txt",
    lines: linesOf(Array.from({ length: copies }, () => PAGE).join("\n\n")),
  };

  it("is cut whole, down to its last article", { timeout: 60_000 }, () => {
    const { articles, lines } = segmentPage(long);
    expect(lines.length).toBeGreaterThanOrEqual(10_000);
    expect(lines).toHaveLength(long.lines.length);
    const printed = long.lines.filter((line) => !isBlank(line)).map(({ n }) => n);
    expect(lines.flatMap(({ n, article }) => (article === undefined ? [] : [n]))).toEqual(printed);
    // The page says the same two stories again and again: some may be joined, but not many.
    expect(articles.length).toBeGreaterThan(copies);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    expect(articles.at(-1)?.headline).toBe("城南小学迎来三百名新生");
  });
});
