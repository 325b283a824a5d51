import { describe, expect, it } from "vitest";
import { headlineFeatures } from "../../../src/articles/headlines/headline-features.ts";
import { candidaciesIn } from "../../../src/articles/headlines/headlines.ts";
import type { Block } from "../../../src/articles/blocks/block.ts";
import { profileOf } from "../../../src/articles/headlines/story-profile.ts";
import { blockOf, stretchesIn } from "../printed-page.ts";

const title = (text: string): Block => blockOf("title", text);
const DYKE = blockOf("prose", "本报讯 江堤加固工程昨日开工，居民叫好。");
const SCHOOL = blockOf("prose", "本报讯 城南小学昨日开学。");

/** The names of the features of a title as the headline of each story, and last of none. */
function namesOf(place: number, ...blocks: readonly Block[]): readonly string[][] {
  const page = stretchesIn(...blocks);
  const stories = page.stretches.map((_, part) => profileOf(page, [part]));
  const candidacy = candidaciesIn({ titles: page.titles, from: 0, stories })[place];
  if (candidacy === undefined) throw new Error(`Expected a title at place ${place}.`);
  return headlineFeatures(candidacy).map((features) => [...features.keys()]);
}

/** The same for a page of one story. */
function heads(place: number, ...blocks: readonly Block[]): readonly string[] {
  return namesOf(place, ...blocks)[0] ?? [];
}

describe("headlineFeatures", () => {
  it("have a choice for each story and one for none", () => {
    const choices = namesOf(0, title("江堤加固"), DYKE, SCHOOL);
    expect(choices).toHaveLength(3);
    expect(choices[0]).not.toContain("heads none");
    expect(choices[2]).toContain("heads none");
  });

  it("see how far above or below its story a title stands", () => {
    expect(heads(0, title("江堤"), DYKE)).toContain("heads above 1");
    expect(heads(0, title("江堤"), title("开工"), DYKE)).toContain("heads above 2");
    expect(heads(1, DYKE, title("江堤"), title("开工"))).toContain("heads below 2");
  });

  it("see a title that stands far from a story, before or behind it", () => {
    const [dyke, school] = namesOf(1, title("江堤"), DYKE, title("庙会"), SCHOOL, title("学校"));
    expect(dyke).toContain("heads below 1");
    expect(school).toContain("heads above 1");
    expect(namesOf(0, title("江堤"), DYKE, SCHOOL)[1]).toContain("heads far before");
    expect(namesOf(0, DYKE, SCHOOL, title("江堤"))[0]).toContain("heads far behind");
  });

  it("tell a quotation from a title in words of its own", () => {
    expect(heads(0, title("居民叫好"), DYKE)).toContain("heads pulled beside");
    expect(heads(0, title("江堤动工啦"), DYKE)).toContain("heads own beside");
    expect(namesOf(0, title("居民叫好"), DYKE)[1]).toContain("heads none pulled");
  });

  it("say how much of the title the story has", () => {
    expect(heads(0, title("江堤加固"), DYKE)).toContain("heads content most beside");
    expect(heads(0, title("庙会来了"), DYKE)).toContain("heads content < 0.02 beside");
  });

  it("weigh the story against the others", () => {
    const [dyke, school] = namesOf(0, DYKE, SCHOOL, title("江堤加固"));
    expect(dyke).toContain("heads more than others most far");
    expect(school).toContain("heads more than others < -0.4 beside");
  });

  it("weigh the title against its rivals, of which a quotation is none", () => {
    const rivals = [title("庙会来了"), title("江堤加固")];
    expect(heads(0, ...rivals, DYKE)).toContain("heads more than rivals < -0.4");
    expect(heads(1, ...rivals, DYKE)).toContain("heads more than rivals most");
    expect(heads(0, title("江堤加固"), title("居民叫好"), DYKE)).toContain(
      "heads more than rivals most",
    );
  });

  it("know the name of a column by its length", () => {
    expect(heads(0, title("人物"), DYKE)).toContain("heads label true beside");
    expect(heads(0, title("江堤动工啦"), DYKE)).toContain("heads label false beside");
  });

  it("know the titles of a row by their order", () => {
    const row = ["江堤动工啦", "两岸欢声动", "来年不再怕"].map(title);
    expect([0, 1, 2].map((place) => heads(place, ...row, DYKE))).toEqual([
      expect.arrayContaining(["heads above row top own"]),
      expect.arrayContaining(["heads above row middle own"]),
      expect.arrayContaining(["heads above row bottom own"]),
    ]);
    expect(heads(0, title("江堤动工啦"), DYKE)).toContain("heads above row alone own");
    expect(heads(0, title("江堤动工啦"), title("居民叫好"), DYKE)).toContain(
      "heads above row with pulled own",
    );
  });

  it("see a title inside a story, where subheads stand", () => {
    const page = stretchesIn(DYKE, title("看不见的先修"), SCHOOL);
    const zone = { titles: page.titles, from: 0, stories: [profileOf(page, [0, 1])] };
    const [[heading, none] = []] = candidaciesIn(zone).map((candidacy) =>
      headlineFeatures(candidacy).map((one) => [...one.keys()]),
    );
    expect(heading).toContain("heads own inside");
    expect(none).toContain("heads none own inside");
  });
});
