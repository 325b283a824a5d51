import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/articles/blocks/block.ts";
import { draftsAfter, habitsOf, joinStretches } from "../../../src/articles/links/links.ts";
import type { StoryDraft } from "../../../src/articles/links/story-draft.ts";
import { blockOf, setInColumn, stretchesIn } from "../printed-page.ts";

const prose = (text: string): Block => blockOf("prose", setInColumn(text, 14));

const DYKE = prose("江堤加固工程昨日开工，沿江居民翘首以盼。");
const SCHOOL = prose("本报讯 城南小学迎来新生，孩子们高兴。");
const FAIR = prose("庙会今日开幕，街上人山人海。");
const BROKEN = blockOf("prose", "江堤加固工程昨日开工，污水得到清");
const REST = blockOf("prose", "理，沿江居民翘首以盼。");

const homes = (ways: ReturnType<typeof joinStretches>): readonly string[] =>
  ways.map((way) => way.homes.join());

describe("joinStretches", () => {
  it("has one way for one stretch, and one for none", () => {
    expect(joinStretches(stretchesIn(DYKE), {})).toEqual([{ homes: [0], score: 0 }]);
    expect(joinStretches(stretchesIn(), {})).toEqual([{ homes: [], score: 0 }]);
  });

  it("finds every way to join three stretches, as likely as their choices", () => {
    const ways = joinStretches(stretchesIn(DYKE, SCHOOL, FAIR), {});
    // Without weights: one of two at the second stretch, then one of two or of three at the third.
    expect([...homes(ways)].sort()).toEqual(["0,0,0", "0,0,2", "0,1,0", "0,1,1", "0,1,2"]);
    const chances = new Map(ways.map(({ homes: way, score }) => [way.join(), Math.exp(score)]));
    expect(chances.get("0,0,0")).toBeCloseTo(1 / 4);
    expect(chances.get("0,0,2")).toBeCloseTo(1 / 4);
    expect(chances.get("0,1,0")).toBeCloseTo(1 / 6);
    expect(chances.get("0,1,2")).toBeCloseTo(1 / 6);
  });

  it("opens a story where a cue is worth more than going on", () => {
    const [best, other] = joinStretches(stretchesIn(DYKE, SCHOOL), { "open lead": 3 });
    expect(best?.homes).toEqual([0, 1]);
    expect(best?.score).toBeCloseTo(3 - Math.log(Math.exp(3) + 1));
    expect(other?.homes).toEqual([0, 0]);
    expect(other?.score).toBeCloseTo(-Math.log(Math.exp(3) + 1));
  });

  it("takes a broken word back to the story that another interrupted", () => {
    const weights = { "open lead": 4, "resume breaks word": 4 };
    const [best] = joinStretches(stretchesIn(BROKEN, SCHOOL, REST), weights);
    expect(best?.homes).toEqual([0, 1, 0]);
  });

  it("would rather not lose the end of a sentence, all else being equal", () => {
    const ways = joinStretches(stretchesIn(BROKEN, SCHOOL, REST), {});
    const [best] = ways;
    expect(best?.homes.slice(1)).toContain(0);
    const lost = ways.find(({ homes: way }) => way.join() === "0,1,2");
    expect((best?.score ?? 0) - (lost?.score ?? 0)).toBeGreaterThan(2);
  });

  it("lists ways best first and leaves out those that are far behind", () => {
    const page = stretchesIn(DYKE, SCHOOL, FAIR);
    const scores = joinStretches(page, { "open lead": 1 }).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(homes(joinStretches(page, { open: 100 }))).toEqual(["0,1,2"]);
    expect(homes(joinStretches(page, { next: 100 }))).toEqual(["0,0,0"]);
  });

  it("keeps to a few ways on a page that has thousands", () => {
    const ways = joinStretches(stretchesIn(...Array<Block>(12).fill(FAIR)), {});
    expect(ways.length).toBeGreaterThan(1);
    expect(ways.length).toBeLessThan(100);
    expect(new Set(homes(ways)).size).toBe(ways.length);
  });
});

describe("the work of joining", () => {
  it("grows with the page and no faster, counted in comparisons of stretches", () => {
    const comparisons = (length: number): number => {
      let count = 0;
      const page = stretchesIn(...Array<Block>(length).fill(FAIR));
      joinStretches({ ...page, kinship: () => (count += 1) % 2 }, {});
      return count;
    };
    // Behind the first stretches every further one costs the same.
    expect(comparisons(240)).toBeLessThan(2.2 * comparisons(120));
    expect(comparisons(240)).toBeGreaterThan(240);
  });
});

describe("draftsAfter", () => {
  const page = stretchesIn(DYKE, blockOf("title", "开学了"), SCHOOL, ...Array<Block>(8).fill(FAIR));

  it("puts the story that goes on before the others", () => {
    const one = draftsAfter(page, 0, { drafts: [], choice: 0 });
    const two = draftsAfter(page, 1, { drafts: one, choice: 1 });
    expect(two.map(({ first }) => first)).toEqual([1, 0]);
    const back = draftsAfter(page, 2, { drafts: two, choice: 1 });
    expect(back.map(({ first, recent }) => [first, ...recent])).toEqual([
      [0, 0, 2],
      [1, 1],
    ]);
  });

  it("notes that a story went on below a title", () => {
    const one = draftsAfter(page, 0, { drafts: [], choice: 0 });
    expect(draftsAfter(page, 1, { drafts: one, choice: 0 })[0]?.divided).toBe(true);
    expect(draftsAfter(page, 1, { drafts: one, choice: 1 })[0]?.divided).toBe(false);
  });

  it("forgets a story that many others have interrupted", () => {
    let drafts: readonly StoryDraft[] = [];
    page.stretches.forEach((_, part) => {
      drafts = draftsAfter(page, part, { drafts, choice: drafts.length });
    });
    expect(drafts[0]?.first).toBe(9);
    expect(drafts.length).toBeLessThan(9);
    expect(drafts.some(({ first }) => first === 0)).toBe(false);
  });

  it("changes nothing for a place that is not on the page", () => {
    expect(draftsAfter(page, 99, { drafts: [], choice: 0 })).toEqual([]);
  });
});

describe("habitsOf", () => {
  const byline = blockOf("byline", "记者 李明");

  it("sees that all stories of a page are signed and open with the same words", () => {
    expect(habitsOf(stretchesIn(SCHOOL, byline, SCHOOL, byline))).toEqual({
      leads: "most",
      signatures: "most",
      tight: "none",
    });
  });

  it("counts headlines where neither is to be seen", () => {
    const titles = ["春耕忙", "新桥通车"].map((text) => blockOf("title", text));
    const [spring = byline, bridge = byline] = titles;
    expect(habitsOf(stretchesIn(spring, SCHOOL, bridge, FAIR))).toEqual({
      leads: "some",
      signatures: "none",
      tight: "none",
    });
    expect(habitsOf(stretchesIn())).toEqual({ leads: "none", signatures: "none", tight: "none" });
  });

  it("tells a page set without blank lines between its paragraphs from one with such a story", () => {
    const paragraph = setInColumn("江堤加固工程昨日开工，江堤将加高两米，沿江居民翘首以盼。", 14);
    const tight = blockOf("prose", `${paragraph}\n${paragraph}`);
    expect(habitsOf(stretchesIn(tight, SCHOOL, tight)).tight).toBe("most");
    expect(habitsOf(stretchesIn(tight, SCHOOL, FAIR, DYKE)).tight).toBe("some");
  });
});
