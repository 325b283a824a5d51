import pc from "picocolors";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { renderSegmentation } from "../../../src/surfaces/cli/render-segmentation.ts";
import type { SegmentedPage } from "../../../src/surfaces/cli/services.ts";
import { CATS, RAIN, createFakeServices } from "./fake-services.ts";
import { jsonOf, runCommand } from "./run-command.ts";

const SEGMENTED: SegmentedPage = {
  page: {
    file: "004.txt",
    lines: ["报", "猫展开幕", "猫展在东街。", "天气", "今天下雨。"].map((text, i) => ({
      n: i + 1,
      text,
    })),
  },
  segmentation: {
    articles: [CATS, RAIN],
    lines: [
      { n: 1, role: "masthead" },
      { n: 2, role: "headline", article: "cats" },
      { n: 3, role: "body", article: "cats" },
      { n: 4, role: "subheadline", article: "rain" },
      { n: 5, role: "body", article: "rain" },
    ],
  },
};

const services = createFakeServices({
  segment: (path) =>
    path.startsWith("bad")
      ? Promise.reject(new UserError(`No page in '${path}'.`))
      : Promise.resolve(SEGMENTED),
});

describe("segment FILE…", () => {
  test("prints the articles and accounts for every line", async () => {
    const { out } = await runCommand(["segment", "papers/004.txt"], services);
    expect(out[0]?.split("\n")).toEqual([
      "004.txt: 2 articles",
      "1. 猫展开幕  (cats, lines 3–5)",
      "2. 天气  (rain, lines 1–1)",
      "",
      "    1     masthead    报",
      "    2   1 headline    猫展开幕",
      "    3   1 body        猫展在东街。",
      "    4   2 subheadline 天气",
      "    5   2 body        今天下雨。",
    ]);
  });

  test("--json prints the page of the contract, its file as it was given", async () => {
    const run = await runCommand(["segment", "papers/004.txt", "--json"], services);
    expect(jsonOf(run)).toEqual([
      {
        file: "papers/004.txt",
        correction: null,
        articles: [
          {
            ...{ id: "cats", headline: "猫展开幕", subheadline: "三天结束" },
            ...{ byline: "记者 王明", text: CATS.text, confidence: null },
          },
          {
            ...{ id: "rain", headline: "天气", subheadline: null, byline: null, text: RAIN.text },
            confidence: null,
          },
        ],
        lines: [
          { n: 1, article: null, role: "masthead" },
          { n: 2, article: "cats", role: "headline" },
          { n: 3, article: "cats", role: "body" },
          { n: 4, article: "rain", role: "subheadline" },
          { n: 5, article: "rain", role: "body" },
        ],
      },
    ]);
  });

  test("says how sure it is of each article, marks the unsure ones, and says what to do", async () => {
    const run = await runCommand(["segment", "004.txt"], cutWith(0.9449, 0.6999));
    expect(run.out[0]?.split("\n").slice(1, 3)).toEqual([
      "1. 猫展开幕  94%  (cats, lines 3–5)",
      "2. 天气  cut unsure (69%)  (rain, lines 1–1)",
    ]);
    expect(run.notes).toEqual([
      "1 article is cut unsurely (below 75%). `baowen segment FILE` shows a page, `baowen segment FILE --edit` lets you correct it.",
    ]);
    const json = await runCommand(["segment", "004.txt", "--json"], cutWith(0.9449, 0.6999));
    expect(jsonOf(json)).toMatchObject([
      { articles: [{ confidence: 0.945 }, { confidence: 0.7 }] },
    ]);
    expect(json.notes).toEqual([]);
  });

  test("says that an editor made the cut", async () => {
    const correction = {
      file: "004.articles.yaml",
      madeFor: { at: 1 },
      articles: [],
      elsewhere: [],
    };
    const corrected = createFakeServices({
      segment: () => Promise.resolve({ ...SEGMENTED, page: { ...SEGMENTED.page, correction } }),
    });
    const run = await runCommand(["segment", "004.txt"], corrected);
    expect(run.notes).toEqual(["Cut as '004.articles.yaml' says."]);
    const json = await runCommand(["segment", "004.txt", "--json"], corrected);
    expect(jsonOf(json)).toMatchObject([{ correction: "004.articles.yaml" }]);
  });

  test.each([[], ["--json"]])(
    "says why there is a correction that is not used (%s)",
    async (...words) => {
      const misfit = "It no longer fits.";
      const stale = createFakeServices({
        segment: () => Promise.resolve({ ...SEGMENTED, misfit }),
      });
      const run = await runCommand(["segment", "004.txt", ...words], stale);
      expect(run.notes).toEqual([misfit]);
      expect(run.exitCode).toBeUndefined();
    },
  );

  test("of several files one JSON a line; a bad one is named, left out, and exit status 1", async () => {
    const run = await runCommand(["segment", "a.txt", "bad.txt", "b.txt", "--json"], services);
    expect(jsonOf(run)).toMatchObject([{ file: "a.txt" }, { file: "b.txt" }]);
    expect(run.notes).toEqual(["Left out: No page in 'bad.txt'."]);
    expect(run.exitCode).toBe(1);
    expect(run.failure).toBeUndefined();
  });

  test("a single bad file ends the command", async () => {
    const { failure, out } = await runCommand(["segment", "bad.txt"], services);
    expect(failure).toEqual(new UserError("No page in 'bad.txt'."));
    expect(out).toEqual([]);
  });

  test("a bug is not taken for a bad file", async () => {
    const bug = new TypeError("a bug");
    const broken = createFakeServices({ segment: () => Promise.reject(bug) });
    expect((await runCommand(["segment", "a.txt", "b.txt"], broken)).failure).toBe(bug);
  });

  test("lines of one article have one colour, lines of none are dim", () => {
    const colors = pc.createColors(true);
    const lines = renderSegmentation(SEGMENTED, colors).split("\n").slice(-5);
    expect(lines.map((line) => line.slice(0, line.indexOf(" ")))).toEqual(
      [colors.dim, colors.cyan, colors.cyan, colors.yellow, colors.yellow].map((paint) =>
        paint("|").slice(0, paint("|").indexOf("|")),
      ),
    );
  });
});

describe("segment FILE… --edit", () => {
  const note = (name: string) =>
    `Wrote the cut of '${name}.txt' into '${name}.articles.yaml'. Correct it there; \`baowen segment ${name}.txt\` shows what it gives, ` +
    "`baowen index` brings it in. Delete it to go back to the program's cut.";

  test("prints where the file is, and says what to do with it", async () => {
    const run = await runCommand(["segment", "a.txt", "b.txt", "--edit"], services);
    expect(run.out).toEqual(["a.articles.yaml", "b.articles.yaml"]);
    expect(run.notes).toEqual([note("a"), note("b")]);
    expect(run.exitCode).toBeUndefined();
  });

  test("with --json writes the file and prints the page as usual", async () => {
    const run = await runCommand(["segment", "a.txt", "--edit", "--json"], services);
    expect(jsonOf(run)).toMatchObject([
      { file: "a.txt", articles: [{ id: "cats" }, { id: "rain" }] },
    ]);
    expect(run.notes).toEqual([note("a")]);
  });

  test("of a page that has a correction already is refused, and the others go on", async () => {
    const there = new UserError("It is there already.");
    const refusing = createFakeServices({
      writeCorrection: (path) =>
        path === "a.txt" ? Promise.reject(there) : Promise.resolve("b.articles.yaml"),
    });
    expect((await runCommand(["segment", "a.txt", "--edit"], refusing)).failure).toBe(there);
    const run = await runCommand(["segment", "a.txt", "b.txt", "--edit"], refusing);
    expect(run.notes).toEqual(["Left out: It is there already.", note("b")]);
    expect(run.out).toEqual(["b.articles.yaml"]);
    expect(run.exitCode).toBe(1);
  });
});

function cutWith(cats: number, rain: number) {
  const articles = [
    { ...CATS, confidence: cats },
    { ...RAIN, confidence: rain },
  ];
  const segmentation = { ...SEGMENTED.segmentation, articles };
  return createFakeServices({ segment: () => Promise.resolve({ ...SEGMENTED, segmentation }) });
}
