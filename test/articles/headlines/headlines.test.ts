import { SHIPPED } from "../../../src/articles/learned/models.ts";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/articles/blocks/block.ts";
import { headlinesOf, type Heading } from "../../../src/articles/headlines/headlines.ts";
import type { Weights } from "../../../src/articles/learned/log-linear.ts";
import { profileOf } from "../../../src/articles/headlines/story-profile.ts";
import { blockOf, stretchesIn } from "../printed-page.ts";

const title = (text: string): Block => blockOf("title", text);
const prose = (text: string): Block => blockOf("prose", text);

/** The headlines of a page on which each block of running text is a story. */
function headingOf(blocks: readonly Block[], weights: Weights = SHIPPED.headlines): Heading {
  const page = stretchesIn(...blocks);
  const stories = page.stretches.map((_, part) => profileOf(page, [part]));
  return headlinesOf(page.titles, stories, weights);
}

const placesOf = ({ headlines }: Heading): readonly (number | undefined)[] =>
  headlines.map((headline) => headline.title?.at);

const DYKE = prose("本报讯 江堤加固工程昨日开工。");
const SCHOOL = prose("本报讯 城南小学昨日开学。");

describe("headlinesOf with the shipped weights", () => {
  it("finds the headlines of more stories than one round takes", () => {
    const subjects = Array.from({ length: 150 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7));
    const blocks = subjects.flatMap((subject) => [
      title(`${subject}村${subject}果${subject}丰收`),
      prose(`本报讯 ${subject}村${subject}果昨日喜获${subject}丰收。`),
    ]);
    expect(placesOf(headingOf(blocks))).toEqual(subjects.map((_, at) => 2 * at));
  });

  it("leaves a story without a headline rather than give it a stranger's from afar", () => {
    const blocks = [DYKE, blockOf("byline", "记者 李明"), title("城南小学开学"), SCHOOL];
    expect(placesOf(headingOf(blocks))).toEqual([undefined, 2]);
  });

  it("prefers a headline to the name of a column above it", () => {
    const text = prose("本报讯 江堤加固工程的守夜人老于每晚要走五里路。");
    expect(placesOf(headingOf([title("人物"), title("江堤上的守夜人"), text]))).toEqual([1]);
  });

  it("prefers a title in words of its own to a quotation beside it", () => {
    const text = prose("本报讯 江堤加固工程昨日开工，沿江居民翘首以盼，明年汛期前完工。");
    const row = [title("江堤加固开工啦"), title("沿江居民翘首以盼")];
    expect(placesOf(headingOf([...row, text]))).toEqual([0]);
  });

  it("gives headlines that were moved to the end of the page back by what they say", () => {
    const moved = [title("城南小学开学"), title("江堤加固开工")];
    expect(placesOf(headingOf([DYKE, SCHOOL, ...moved]))).toEqual([3, 2]);
  });
});

describe("headlinesOf with weights made by hand", () => {
  it("takes as likely what the weights say", () => {
    const heading = headingOf([DYKE, SCHOOL, title("江堤加固")], {
      "heads content most far": 3,
    });
    // Three choices: three points for the dyke, none for the school or for heading nothing.
    const others = 1 / (Math.exp(3) + 2);
    expect(placesOf(heading)).toEqual([2, undefined]);
    expect(heading.headlines[0]?.certainty).toBeCloseTo(Math.exp(3) * others);
    expect(heading.headlines[1]).toMatchObject({ title: undefined, certainty: 0 });
    expect(heading.headlines[1]?.rival).toBeCloseTo(others);
  });

  it("gives up the likeliest pair where two others together are likelier", () => {
    const blocks = [title("开学"), title("开学啦"), SCHOOL, title("江堤"), DYKE];
    const [school, dyke] = placesOf(headingOf(blocks, { "heads above 1": 9, "heads none": -9 }));
    expect([school, dyke]).toEqual([1, 3]);
  });

  it("leaves a title alone that heads nothing far more likely", () => {
    const blocks = [title("江堤加固"), DYKE];
    expect(placesOf(headingOf(blocks, {}))).toEqual([0]);
    expect(placesOf(headingOf(blocks, { "heads none": 20 }))).toEqual([undefined]);
  });

  it("never takes a caption for a headline", () => {
    expect(placesOf(headingOf([blockOf("caption", "▲江堤加固"), DYKE], {}))).toEqual([undefined]);
  });

  it("names the best of the titles that it did not take", () => {
    const blocks = [title("江堤"), title("开工"), DYKE];
    const [headline] = headingOf(blocks, { "heads above 1": 2, "heads above 2": 1 }).headlines;
    expect(headline?.title?.at).toBe(1);
    expect(headline?.certainty).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 1));
    expect(headline?.rival).toBeCloseTo(Math.exp(1) / (Math.exp(1) + 1));
  });

  it("gives a page without titles a headless story, one without stories nothing", () => {
    expect(headingOf([DYKE], {}).headlines).toEqual([{ title: undefined, certainty: 0, rival: 0 }]);
    expect(headingOf([title("江堤")], {}).headlines).toEqual([]);
  });

  it("finds it unlikely that the titles of a page head none of its stories", () => {
    const blocks = [title("江堤"), DYKE, title("开学"), SCHOOL];
    const headed = headingOf(blocks, { "heads above 1": 20 });
    const headless = headingOf(blocks, { "heads none": 20 });
    expect(placesOf(headed)).toEqual([0, 2]);
    expect(placesOf(headless)).toEqual([undefined, undefined]);
    expect(headless.score).toBeLessThan(headed.score - 1);
  });
});

describe("the work of finding headlines", () => {
  it("grows with the page and no faster, counted in comparisons of titles with stories", () => {
    const comparisons = (stories: number): number => {
      let count = 0;
      const made = Array.from({ length: stories }, () => [title("江堤加固"), DYKE]).flat();
      const page = { ...stretchesIn(...made), likeness: () => (count += 1) % 2 };
      const profiles = page.stretches.map((_, part) => profileOf(page, [part]));
      headlinesOf(page.titles, profiles, {});
      return count;
    };
    // More stories than one round takes: each round compares only what stands together.
    expect(comparisons(240)).toBeLessThan(2.2 * comparisons(120));
    expect(comparisons(240)).toBeGreaterThan(360);
  });
});
