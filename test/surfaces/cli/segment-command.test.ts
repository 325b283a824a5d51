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
        articles: [
          {
            ...{ id: "cats", headline: "猫展开幕", subheadline: "三天结束" },
            ...{ byline: "记者 王明", text: CATS.text },
          },
          { id: "rain", headline: "天气", subheadline: null, byline: null, text: RAIN.text },
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
