import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/articles/blocks/block.ts";
import type { Features } from "../../../src/articles/learned/log-linear.ts";
import { waysOf } from "../../../src/articles/ways/stories.ts";
import { wayFeatures, type Way } from "../../../src/articles/ways/way-features.ts";
import { blockOf, setInColumn, stretchesIn } from "../printed-page.ts";

const title = (text: string): Block => blockOf("title", text);
const LONG = "江堤加固工程全长三十公里，沿江居民出行更方便，".repeat(3);
const DYKE = blockOf("prose", `本报讯 ${LONG}明年完工。`);
const DYKE_MORE = blockOf("prose", `${LONG}后年再修。`);
const SCHOOL = blockOf(
  "prose",
  `城南小学迎来新生，校园添了操场，${"孩子们高兴，".repeat(9)}真好。`,
);
const BROKEN = blockOf("prose", `${LONG}污水得到清`);

/** The way to cut a page of these blocks into the stories given by their stretches, and its features. */
function wayOf(blocks: readonly Block[], homes: string): { way: Way; features: Features } {
  const page = stretchesIn(...blocks);
  const ways = waysOf(page, { lines: {}, links: {}, headlines: {}, ways: {}, confidence: {} });
  const way = ways.find(({ joining }) => joining.homes.join() === homes);
  if (way === undefined) throw new Error(`Expected the way ${homes} among the likeliest.`);
  return { way, features: wayFeatures(page, way) };
}

const countOf = (name: string, blocks: readonly Block[], homes: string): number =>
  wayOf(blocks, homes).features.get(name) ?? 0;

const levelsOf = (start: string, blocks: readonly Block[], homes: string): readonly string[] =>
  [...wayOf(blocks, homes).features.keys()].filter((name) => name.startsWith(start));

describe("wayFeatures", () => {
  it("take over what the joining and the headlines say", () => {
    const { way, features } = wayOf([title("江堤"), DYKE, SCHOOL], "0,1");
    expect(features.get("joining")).toBe(way.joining.score);
    expect(features.get("heading")).toBe(way.heading.score);
  });

  it("count stories without a headline", () => {
    const blocks = [title("江堤"), DYKE, SCHOOL];
    expect(countOf("headless stories", blocks, "0,1")).toBe(1);
    expect(countOf("headless stories", blocks, "0,0")).toBe(0);
  });

  it("count rows of titles without a headline among them, but no quotations and captions", () => {
    const blocks = [title("江堤"), DYKE, title("开学了"), SCHOOL];
    expect(countOf("titles without a story", blocks, "0,0")).toBe(1);
    expect(countOf("titles without a story", blocks, "0,1")).toBe(0);
    const others = [title("真好"), blockOf("caption", "▲操场")];
    expect(countOf("titles without a story", [title("江堤"), DYKE, SCHOOL, ...others], "0,0")).toBe(
      0,
    );
    const row = [title("江堤"), title("两岸")];
    expect(countOf("titles without a story", [...row, DYKE], "0")).toBe(0);
  });

  it("count stories that break off, and those of a few words", () => {
    expect(countOf("lost ends", [BROKEN, SCHOOL], "0,1")).toBe(1);
    expect(countOf("lost ends", [BROKEN, SCHOOL], "0,0")).toBe(0);
    const brief = blockOf("prose", "开学了。");
    expect(countOf("tiny stories", [brief, DYKE, brief], "0,1,2")).toBe(2);
    expect(countOf("tiny stories", [brief, DYKE, brief], "0,0,0")).toBe(0);
  });

  it("count stories whose paragraphs are set with and without a blank line between them", () => {
    const paragraph = (text: string): string => setInColumn(text, 14);
    const [first, second, third] = [
      paragraph("江堤加固工程昨日开工，江堤将加高两米，沿江居民翘首以盼。"),
      paragraph("江堤加固工程全长三十公里，沿江居民出行更方便，明年完工。"),
      paragraph("城南小学迎来新生，校园里新添了塑胶操场，孩子们高兴。"),
    ];
    const loose = [blockOf("prose", first), blockOf("prose", second)];
    const tight = blockOf("prose", `${second}\n${third}`);
    const mixing = (blocks: readonly Block[], homes: string): readonly string[] =>
      levelsOf("mixes settings", blocks, homes);
    expect(mixing([...loose, tight], "0,0,0")).toEqual(["mixes settings on a page with most"]);
    expect(mixing([...loose, tight], "0,0,2")).toEqual([]);
    expect(mixing(loose, "0,0")).toEqual([]);
    expect(mixing([tight, title("沿江"), ...loose.slice(0, 1)], "0,0")).toEqual([]);
  });

  it("look at each place where a story goes on", () => {
    expect(levelsOf("goes on", [DYKE, DYKE_MORE], "0,0")).toEqual([
      expect.stringMatching(/^goes on below text/),
    ]);
    expect(levelsOf("goes on", [DYKE, title("沿江"), DYKE_MORE], "0,0")).toEqual([
      expect.stringMatching(/^goes on below a title/),
    ]);
    expect(levelsOf("goes on", [DYKE, SCHOOL, DYKE_MORE], "0,1,0")).toEqual([
      expect.stringMatching(/^goes on returns/),
    ]);
    expect(levelsOf("goes on", [BROKEN, SCHOOL, DYKE_MORE], "0,1,0")).toEqual([
      expect.stringMatching(/^goes on resumes/),
    ]);
  });

  it("ask nothing where a sentence runs on, and at the first stretch of the page", () => {
    expect(levelsOf("goes on", [BROKEN, DYKE_MORE], "0,0")).toEqual([]);
    expect(levelsOf("opens below kin", [DYKE], "0")).toEqual([]);
  });

  it("see that a story opens below one that is about the same", () => {
    expect(levelsOf("opens below kin", [DYKE, DYKE_MORE], "0,1")).toEqual(["opens below kin most"]);
    expect(levelsOf("opens below kin", [DYKE, SCHOOL], "0,1")).toEqual(["opens below kin < 0.005"]);
  });

  it("compare a story with the one that stands right above, not with the last that opened", () => {
    const blocks = [DYKE, SCHOOL, DYKE_MORE, DYKE];
    const { features } = wayOf(blocks, "0,1,0,3");
    expect(features.get("opens below kin < 0.005")).toBe(1);
    expect(features.get("opens below kin most")).toBe(1);
  });
});
