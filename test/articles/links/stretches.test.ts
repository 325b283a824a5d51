import { describe, expect, it } from "vitest";
import { blockOf, stretchesIn } from "../printed-page.ts";

const title = (text: string): ReturnType<typeof blockOf> => blockOf("title", text);
const prose = (text: string): ReturnType<typeof blockOf> => blockOf("prose", text);
const byline = blockOf("byline", "记者 李明");

describe("stretchesOf", () => {
  it("lists the running text in file order with what stands above each piece and below all", () => {
    const { stretches, gaps } = stretchesIn(
      title("江堤开工"),
      prose("江堤开工了。"),
      blockOf("caption", "▲江堤"),
      title("学校"),
      title("开学"),
      prose("学校开学了。"),
      title("庙会"),
    );
    expect(stretches.map(({ at }) => at)).toEqual([1, 5]);
    expect(gaps.map(({ titles }) => titles.map(({ at }) => at))).toEqual([[0], [3, 4], [6]]);
  });

  it("knows the byline behind a stretch for its signature", () => {
    const { stretches, gaps } = stretchesIn(prose("江堤开工了。"), byline, prose("学校开学了。"));
    expect(stretches.map(({ end }) => end)).toEqual(["signed", "full"]);
    expect(gaps.map(({ signs }) => signs)).toEqual([[], [1], []]);
    expect(gaps.map(({ heralds }) => heralds)).toEqual([[], [], []]);
  });

  it("knows the byline between a headline and the text for one of the story below", () => {
    const page = stretchesIn(prose("江堤开工了。"), title("开学啦"), byline, prose("学校开学了。"));
    expect(page.gaps.map(({ heralds }) => heralds)).toEqual([[], [2], []]);
    expect(page.stretches[0]?.end).toBe("full");
  });

  it("takes the byline below a quotation for one of the story above", () => {
    const pulled = title("学校开学了");
    const page = stretchesIn(prose("江堤开工了。"), pulled, byline, prose("学校开学了。"));
    expect(page.gaps[1]).toMatchObject({ heralds: [], signs: [2] });
  });

  it("has nobody to sign above the first stretch", () => {
    expect(stretchesIn(byline, prose("江堤开工了。")).gaps[0]).toMatchObject({ signs: [] });
  });

  it("weighs words over the stretches of the page", () => {
    const page = stretchesIn(prose("江堤开工了。"), prose("江堤加固了。"), prose("学校开学了。"));
    expect(page.kinship([0], [1])).toBeGreaterThan(page.kinship([0], [2]));
    expect(page.titles).toEqual([]);
  });

  it("has one empty gap on a page without running text", () => {
    expect(stretchesIn(title("江堤开工"))).toMatchObject({
      stretches: [],
      gaps: [{ heralds: [], signs: [] }],
    });
    expect(stretchesIn().gaps).toHaveLength(1);
  });
});
