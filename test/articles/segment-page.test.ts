import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Page } from "../../src/corpus/page.ts";
import type { LineLabel } from "../../src/articles/segmentation.ts";
import { printedLineOf } from "../../src/articles/printed-line.ts";
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

// Lines as pages have them, so that random pages reach the far corners of the program.
const printedLines = fc.oneof(
  fc.constantFrom(
    "",
    "",
    "本报讯 昨日，江堤开工，",
    "记者 李明",
    "▲图",
    "江堤开工",
    "开工。 记者 李明",
  ),
  fc.constantFrom(
    "江堤将加高两米沿江居民翘首",
    "江堤加高两米，居民盼",
    "06 要闻",
    "■城事",
    "c",
    "and",
    "the",
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);
const anyPage: fc.Arbitrary<Page> = fc
  .array(printedLines, { maxLength: 60 })
  .map((lines) => ({ file: "random.txt", lines: lines.map((text, at) => ({ n: at + 1, text })) }));

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

  it("labels every line of any page once, in order", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const { articles, lines } = segmentPage(page);
        const ids = new Set(articles.map((article) => article.id));
        expect(lines.map((label) => label.n)).toEqual(page.lines.map((line) => line.n));
        for (const { article } of lines)
          expect(article === undefined || ids.has(article)).toBe(true);
        expect(ids.size).toBe(articles.length);
        for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,32}$/);
      }),
    );
  });

  it("gives the text back by its line spans, which are the printed lines", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        for (const { text, lineSpans, source } of segmentPage(page).articles) {
          let end = 0;
          for (const span of lineSpans) {
            expect(["", "\n", " "]).toContain(text.slice(end, span.start));
            const line = page.lines.find((one) => one.n === span.line);
            expect(line?.text).toContain(text.slice(span.start, span.end));
            expect(span.line).toBeGreaterThanOrEqual(source.lines[0]);
            expect(span.line).toBeLessThanOrEqual(source.lines[1]);
            end = span.end;
          }
          expect(end).toBe(text.length);
        }
      }),
    );
  });

  it("loses nothing of a body line: it is in the text, or in the byline behind it", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const { articles, lines } = segmentPage(page);
        const isText = (label: LineLabel): boolean =>
          label.role === "body" || label.role === "subhead";
        for (const { n, article: id } of lines.filter(isText)) {
          const [article] = articles.filter((one) => one.id === id);
          const line = page.lines.filter((one) => one.n === n).map(printedLineOf)[0]?.text ?? "";
          const spans = article?.lineSpans.filter((span) => span.line === n) ?? [];
          const kept = spans.map((span) => article?.text.slice(span.start, span.end)).join("");
          expect(line.startsWith(kept)).toBe(true);
          expect(article?.byline ?? "").toContain(line.slice(kept.length).trim());
        }
      }),
    );
  });

  it("takes time in proportion to the page", () => {
    const lines = linesOf(Array.from({ length: 400 }, () => PAGE).join("\n\n"));
    const start = performance.now();
    segmentPage({ file: "long.txt", lines });
    expect(lines.length).toBeGreaterThan(9_000);
    // About a second; the rest is for a busy machine. Quadratic work would take a minute.
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
