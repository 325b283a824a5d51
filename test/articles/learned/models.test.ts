import { SHIPPED } from "../../../src/articles/learned/models.ts";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/articles/blocks/block.ts";
import { headlinesOf } from "../../../src/articles/headlines/headlines.ts";
import { linkFeatures } from "../../../src/articles/links/link-features.ts";
import { draftsAfter, habitsOf } from "../../../src/articles/links/links.ts";
import {
  logProbabilities,
  scoreOf,
  type Weights,
} from "../../../src/articles/learned/log-linear.ts";
import { profileOf } from "../../../src/articles/headlines/story-profile.ts";
import { blockOf, setInColumn, stretchesIn } from "../printed-page.ts";

const prose = (text: string): Block => blockOf("prose", setInColumn(text, 14));

const DYKE =
  "本报讯 昨日，江堤加固工程全线开工，江堤将加高两米，堤顶道路同时拓宽，沿江居民翘首以盼。";
const SCHOOL =
  "新学年，城南小学迎来了三百名新生，校园里新添了塑胶操场，孩子们高兴地跑来跑去，家长也放心。";

/** How likely the second stretch of these blocks opens a story, by the joining alone. */
function chanceOfOpening(...blocks: readonly Block[]): number {
  const page = stretchesIn(...blocks);
  const drafts = draftsAfter(page, 0, { drafts: [], choice: 0 });
  const choices = linkFeatures({ page, part: 1, drafts, habits: habitsOf(page) });
  const scores = choices.map((features) => scoreOf(features, SHIPPED.links));
  return Math.exp(logProbabilities(scores).at(-1) ?? 0);
}

describe("the shipped models", () => {
  it.each(Object.entries(SHIPPED))("%s have finite weights", (_, weights: Weights) => {
    for (const weight of Object.values(weights)) expect(weight).toSatisfy(Number.isFinite);
  });

  it("open a story at its lead words rather than at the same text without", () => {
    const bare = chanceOfOpening(prose(DYKE), prose(SCHOOL));
    expect(chanceOfOpening(prose(DYKE), prose(`本报讯 ${SCHOOL}`))).toBeGreaterThan(bare);
  });

  it("open a story under a headline rather than under a quotation of the text above", () => {
    const [pulled, own] = ["沿江居民翘首以盼", "城南小学迎来三百名新生"].map((title) =>
      chanceOfOpening(prose(DYKE), blockOf("title", title), prose(SCHOOL)),
    );
    expect(own).toBeGreaterThan(pulled ?? 1);
  });

  it("go on inside a word rather than between words", () => {
    const broken = blockOf("prose", `${setInColumn(DYKE, 14)}\n居民说，河里的污水得到清`);
    const whole = blockOf("prose", `${setInColumn(DYKE, 14)}\n居民说，河里的污水清了后`);
    const rest = blockOf("prose", "理，孩子们高兴地跑来跑去，家长都说放心。");
    expect(chanceOfOpening(broken, rest)).toBeLessThan(chanceOfOpening(whole, rest));
  });

  it("give a title that has moved to the end of the page to the story that has its words", () => {
    const [own, strange] = ["江堤加固工程全线开工", "庙会今日迎来八方游客"].map((text) => {
      const page = stretchesIn(prose(DYKE), prose(SCHOOL), blockOf("title", text));
      const stories = [0, 1].map((part) => profileOf(page, [part]));
      return headlinesOf(page.titles, stories, SHIPPED.headlines).headlines[0]?.certainty;
    });
    expect(own).toBeGreaterThan((strange ?? 1) + 0.1);
  });
});
