import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { segmentPage } from "../../src/articles/segment-page.ts";
import type { LineRange } from "../../src/articles/article.ts";
import { pageOf } from "./printed-page.ts";

interface Expected {
  readonly headline: string;
  readonly subheadline?: string;
  readonly byline: string;
  readonly lines: LineRange;
  readonly captions?: readonly string[];
}

// Read off the printed order of the two pages by hand.
const PAGES: Readonly<Record<string, readonly Expected[]>> = {
  "000_9200e2c776e239bf.txt": [
    { headline: "马寨镇推进扫黑除恶专项工作", byline: "记者 范光华 通讯员 高磊", lines: [6, 19] },
    {
      headline: "区委党校举办4期党员发展对象培训班",
      byline: "记者 范光华 通讯员 王菁",
      lines: [26, 42],
    },
    {
      headline: "区工商质监局开展“以案促改”警示教育",
      byline: "记者 范光华 通讯员 王丽娜",
      lines: [48, 57],
    },
    { headline: "区人社局做好大学生创业补贴工作", byline: "记者 张改华", lines: [63, 73] },
    {
      headline: "二七区“微党课”大赛落幕",
      subheadline: "讲故事说历史，学懂弄通吃透十九大精神",
      byline: "记者 范光华 通讯员 郭佳星 文/图",
      lines: [77, 98],
    },
    {
      headline: "老旧片区咋改造？居民“下单”来决定",
      subheadline: "二七区建立“1378”工作机制，探索推进百城建设提质工程",
      byline: "记者 范光华 通讯员 张建华 陈静洲 文/图",
      lines: [104, 184],
      captions: ["绿云小区改造前宣传"],
    },
    {
      headline: "庆“八一”，文化大餐送给“最可爱的人”",
      byline: "记者 范光华 通讯员 陈瑞果 文/图",
      lines: [186, 214],
    },
  ],
  "004_7925b2999bddf298.txt": [
    {
      headline: "二七区举行“学习强国”答题挑战赛",
      byline: "记者 景静 通讯员 王书音",
      lines: [4, 24],
    },
    { headline: "二七纪念馆入选全国“大思政课”教学基地", byline: "记者 景静", lines: [30, 54] },
    {
      headline: "二七区召开城市精细化管理工作推进会",
      subheadline: "摸排问题 补齐短板 打造亮点",
      byline: "记者 景静",
      lines: [59, 94],
    },
    {
      headline: "二七区人大常委会调研侯寨乡安置房建设项目",
      subheadline: "积极作为 做好新型城镇化发展建设工作",
      byline: "记者 景静",
      lines: [96, 134],
    },
    {
      headline: "二七区开展党建引领推进网格化基层治理现场观摩活动",
      subheadline: "为基层治理现代化提供支撑和保障",
      byline: "记者 景静",
      lines: [141, 178],
    },
    { headline: "二七区“能力作风建设年”活动总结会召开", byline: "记者 景静", lines: [185, 259] },
  ],
};

const segmentationOf = (file: string): ReturnType<typeof segmentPage> =>
  segmentPage(pageOf(readFileSync(new URL(`../../corpus/${file}`, import.meta.url), "utf8"), file));

describe("the pages of the corpus", () => {
  it.each(Object.keys(PAGES))("%s is cut into its articles", (file) => {
    const { articles } = segmentationOf(file);
    const found = articles.map(({ headline, subheadline, byline, captions, source }) => ({
      headline,
      subheadline,
      byline,
      captions,
      lines: source.lines,
    }));
    expect(found).toEqual(
      (PAGES[file] ?? []).map((article) => ({
        subheadline: undefined,
        captions: [],
        ...article,
      })),
    );
  });

  it("a subhead that was printed behind its section stands above it", () => {
    const text = segmentationOf("000_9200e2c776e239bf.txt").articles[5]?.text.split("\n") ?? [];
    expect(text.map((paragraph) => paragraph.slice(0, 8))).toEqual([
      "本报讯“绿云小区",
      "建立“1378”",
      "打造“品质二七”",
      "二七区作为郑州市",
      "为此，区委、区政",
      "群众“下单”政府",
      "在具体实施中，是",
      "突出党建引领“强",
      "拓宽资金来源渠道",
      "实施“三个突出”",
      "实施居民共建共享",
    ]);
  });

  it("what belongs to no article is labelled as such", () => {
    const { lines } = segmentationOf("000_9200e2c776e239bf.txt");
    const outside = lines.filter((line) => line.article === undefined && line.role !== "blank");
    expect(outside).toEqual([
      { n: 1, role: "section" },
      { n: 75, role: "noise" },
      { n: 225, role: "noise" },
    ]);
  });

  it("lines that a column break cut apart in mid-sentence are one paragraph", () => {
    const [, , , visit] = segmentationOf("004_7925b2999bddf298.txt").articles;
    expect(visit?.text).toContain("明确重点、发展为先。侯寨乡正处于新型城镇化的大建设时期");
    expect(visit?.text.split("\n")).toHaveLength(4);
  });
});
