import { describe, expect, it } from "vitest";
import { linkFeatures } from "../../../src/articles/links/link-features.ts";
import { draftsAfter, habitsOf } from "../../../src/articles/links/links.ts";
import type { Block } from "../../../src/articles/blocks/block.ts";
import type { StoryDraft } from "../../../src/articles/links/story-draft.ts";
import { blockOf, setInColumn, stretchesIn } from "../printed-page.ts";

const prose = (text: string): Block => blockOf("prose", setInColumn(text, 14));
const title = (text: string): Block => blockOf("title", text);

const DYKE = prose("江堤加固工程昨日开工，江堤将加高两米，沿江居民翘首以盼。");
const DYKE_MORE = prose("江堤加固工程全长三十公里，沿江居民出行更方便，明年完工。");
const SCHOOL = prose("城南小学迎来新生，校园里新添了塑胶操场，孩子们高兴。");

/** The names of the features of each choice at the last stretch: the latest story first, opening last. */
function namesAt(blocks: readonly Block[], stories: readonly number[]): readonly string[][] {
  const page = stretchesIn(...blocks);
  let drafts: readonly StoryDraft[] = [];
  stories.forEach((home, part) => {
    const known = drafts.findIndex(({ first }) => first === home);
    drafts = draftsAfter(page, part, { drafts, choice: known < 0 ? drafts.length : known });
  });
  const choice = { page, part: stories.length, drafts, habits: habitsOf(page) };
  return linkFeatures(choice).map((features) => [...features.keys()]);
}

/** What speaks for going on with the only story above, and for opening another. */
function beside(...blocks: readonly Block[]): { next: readonly string[]; open: readonly string[] } {
  const [next = [], open = []] = namesAt(blocks, [0]);
  return { next, open };
}

describe("the features of opening a story", () => {
  it("name the words that open one", () => {
    const { open } = beside(DYKE, prose("本报讯 新学年，城南小学迎来了新生，孩子们高兴。"));
    expect(open).toEqual(expect.arrayContaining(["open", "open lead", "open titles none lead"]));
  });

  it("tell news from what can only go on, and a bare gap from a headline", () => {
    expect(beside(DYKE, prose("近日，城南小学迎来新生。")).open).toContain("open words news bare");
    const headed = beside(DYKE, title("城南小学开学啦，孩子们高兴"), prose("此外，新生入学。"));
    expect(headed.open).toContain("open words onward headed");
  });

  it("see the byline above, the earlier in the story the less it ends it", () => {
    const signature = blockOf("byline", "记者 李明");
    expect(beside(DYKE, signature, SCHOOL).open).toContain("open below signed early");
    const later = namesAt([DYKE, DYKE_MORE, signature, SCHOOL], [0, 0]).at(-1);
    expect(later).toContain("open below signed");
  });

  it("see the byline that stands between a headline and the text", () => {
    const herald = [title("城南小学开学啦"), blockOf("byline", "记者 王芳")];
    expect(beside(DYKE, ...herald, SCHOOL).open).toContain("open herald");
    expect(beside(DYKE, title("城南小学开学啦"), SCHOOL).open).not.toContain("open herald");
  });

  it("are all there is at the top of the page", () => {
    const choices = namesAt([DYKE], []);
    expect(choices).toHaveLength(1);
    expect(choices[0]).toContain("open page");
  });

  it("know of a story that waits for the rest of its sentence", () => {
    const broken = prose("江堤加固工程昨日开工，江堤将加高");
    expect(namesAt([broken, SCHOOL, DYKE_MORE], [0, 1]).at(-1)).toContain("open waiting");
    expect(namesAt([DYKE, SCHOOL, DYKE_MORE], [0, 1]).at(-1)).not.toContain("open waiting");
  });
});

describe("the features of going on", () => {
  it("see the column change", () => {
    expect(beside(DYKE, SCHOOL).next).toContain("next rested column same");
    const wide = blockOf("prose", setInColumn("城南小学迎来新生，校园里添了操场。".repeat(3), 20));
    expect(beside(DYKE, wide).next).toContain("next rested column other");
  });

  it("see a word and a quotation run over a column break", () => {
    const above = blockOf("prose", "他说：“江堤加固工程开工后，污水得到清");
    const { next } = beside(above, blockOf("prose", "理，居民高兴。”"));
    expect(next).toEqual(expect.arrayContaining(["next breaks word", "next brackets closed"]));
  });

  it("ask for neither where a sentence has ended above", () => {
    const { next } = beside(DYKE, SCHOOL);
    expect(next.filter((name) => /brackets|breaks/.test(name))).toEqual([]);
  });

  it("see whether the paragraphs are set like those of the story above", () => {
    const lines = (block: Block): string => block.lines.map(({ text }) => text).join("\n");
    const tight = blockOf("prose", `${lines(SCHOOL)}\n${lines(DYKE_MORE)}`);
    const above = (...blocks: readonly Block[]): readonly string[] =>
      namesAt([...blocks, SCHOOL], [0, 0].slice(0, blocks.length))[0] ?? [];
    expect(above(DYKE)).toContain("next setting unknown to single on a page with none");
    expect(above(DYKE, DYKE_MORE)).toContain("next setting loose to single on a page with none");
    expect(above(tight)).toContain("next setting tight to single on a page with most");
    const [next] = namesAt([DYKE, DYKE_MORE, tight, SCHOOL], [0, 0]);
    expect(next).toContain("next setting loose to tight on a page with some");
  });

  it("tell quotations, short titles and headlines in the gap apart", () => {
    const gap = (...titles: readonly string[]): readonly string[] =>
      beside(DYKE, ...titles.map(title), SCHOOL).next;
    expect(gap()).toContain("next titles none");
    expect(gap("孩子们高兴")).toContain("next titles pulled");
    expect(gap("开学了")).toContain("next titles short");
    expect(gap("孩子们高兴", "开学了")).toContain("next titles short");
    expect(gap("城南小学开学第一课")).toContain("next titles own");
  });

  it("see whether a quotation is of the text below or above", () => {
    const quoted = (text: string): readonly string[] => beside(DYKE, title(text), SCHOOL).next;
    expect(quoted("孩子们高兴")).toContain("next titles pulled quote below");
    expect(quoted("沿江居民翘首以盼")).toContain("next titles pulled quote above");
    expect(quoted("庙会今日开幕迎客")).toContain("next titles short quote nothing");
  });

  it("weigh each story above against the others", () => {
    const [school = [], dyke = []] = namesAt([DYKE, SCHOOL, DYKE_MORE], [0, 1]);
    expect(school).toContain("next");
    expect(dyke).toContain("resume");
    expect(school).toContain("next kinship against others < -0.05");
    expect(dyke).toContain("resume kinship against others most");
  });

  it("count the stories that a resumed one lies behind", () => {
    const choices = namesAt(
      [DYKE, SCHOOL, prose("庙会今日开幕，人山人海。"), DYKE_MORE],
      [0, 1, 2],
    );
    expect(choices).toHaveLength(4);
    expect(choices[1]).toContain("resume past stories < 1.5");
    expect(choices[2]).toContain("resume past stories < 2.5");
  });

  it("never speak of another choice", () => {
    const choices = namesAt([DYKE, SCHOOL, DYKE_MORE], [0, 1]);
    const firstWords = choices.map((names) => [...new Set(names.map((n) => n.split(" ")[0]))]);
    expect(firstWords).toEqual([["next"], ["resume"], ["open"]]);
  });
});
