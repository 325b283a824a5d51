import { SHIPPED } from "../../../src/articles/learned/models.ts";
import { describe, expect, it } from "vitest";
import { lineLabels } from "../../../src/articles/texts/line-labels.ts";
import { storiesOf } from "../../../src/articles/ways/stories.ts";
import { blockOf, linesOf, pageOfBlocks, printed } from "../printed-page.ts";

describe("lineLabels", () => {
  it("names the role and the article of every line", () => {
    const text = "江堤开工\n\n本报讯 江堤开工。\n记者 李明";
    const [title, , prose, byline] = printed(text);
    const blocks = [title, prose, byline].map((line, at) => ({
      kind: (["title", "prose", "byline"] as const)[at] ?? "title",
      lines: line === undefined ? [] : [line],
    }));
    const layout = {
      blocks,
      stories: storiesOf(pageOfBlocks(...blocks), SHIPPED),
      placed: [{ at: 0, story: 0, role: "headline" as const }],
      furniture: new Map([[2, "blank" as const]]),
    };
    expect(lineLabels(linesOf(text), layout, ["a1"])).toEqual([
      { n: 1, role: "headline", article: "a1" },
      { n: 2, role: "blank" },
      { n: 3, role: "body", article: "a1" },
      { n: 4, role: "byline", article: "a1" },
    ]);
  });

  it("labels what stands on a page without a story by its looks", () => {
    const blocks = [blockOf("title", "江堤开工")];
    const layout = { blocks, stories: [], placed: [], furniture: new Map() };
    expect(lineLabels(linesOf("江堤开工"), layout, [])).toEqual([{ n: 1, role: "headline" }]);
  });
});
