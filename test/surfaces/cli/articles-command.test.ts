import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { CATS, RAIN, createFakeServices } from "./fake-services.ts";
import { jsonOf, runCommand } from "./run-command.ts";

const CATS_JSON = {
  id: "cats",
  headline: "猫展开幕",
  subheadline: "三天结束",
  byline: "记者 王明",
  date: "2022-09-30",
  text: CATS.text,
  confidence: null,
  source: {
    file: "004.txt",
    page: "A02",
    lines: [3, 5],
    url: "https://paper.example/4",
    edition: "二七时讯",
  },
};

const RAIN_JSON = {
  id: "rain",
  headline: "天气",
  subheadline: null,
  byline: null,
  date: null,
  text: RAIN.text,
  confidence: null,
  source: { file: "003.txt", page: null, lines: [1, 1], url: null },
};

describe("articles", () => {
  test("lists each article with id, headline and place", async () => {
    const { out } = await runCommand(["articles"]);
    expect(out).toEqual(["cats  猫展开幕  2022-09-30 A02 004.txt", "rain  天气  003.txt"]);
  });

  test("marks those whose cut is unsure, and says once what to do", async () => {
    const services = createFakeServices();
    const unsure = [
      { ...CATS, confidence: 0.545 },
      { ...RAIN, confidence: 0.75 },
      { ...RAIN, confidence: 0 },
    ];
    const run = await runCommand(["articles"], {
      ...services,
      open: async () => {
        const open = await services.open();
        return { ...open, newspaper: { ...open.newspaper, articles: () => unsure } };
      },
    });
    expect(run.out).toEqual([
      "cats  猫展开幕  2022-09-30 A02 004.txt  cut unsure (54%)",
      "rain  天气  003.txt",
      "rain  天气  003.txt  cut unsure (0%)",
    ]);
    expect(run.notes).toEqual([
      "2 articles are cut unsurely (below 75%). `baowen segment FILE` shows a page, `baowen segment FILE --edit` lets you correct it.",
    ]);
  });

  test("--json prints one array of the contract", async () => {
    expect(jsonOf(await runCommand(["articles", "--json"]))).toEqual([[CATS_JSON, RAIN_JSON]]);
  });
});

describe("article ID", () => {
  test("prints head, text and captions", async () => {
    const { out } = await runCommand(["article", "cats"]);
    expect(out).toEqual([
      "猫展开幕\n三天结束\n记者 王明\n2022-09-30, 二七时讯, A02, 004.txt, lines 3–5" +
        "\n\n猫展在东街。\n门票免费。\n\n(猫在看人)",
    ]);
  });

  test("prints nothing for what an article does not have", async () => {
    const { out } = await runCommand(["article", "rain"]);
    expect(out).toEqual(["天气\n003.txt, line 1\n\n今天下雨。"]);
  });

  test("--json prints the article of the contract", async () => {
    expect(jsonOf(await runCommand(["article", "cats", "--json"]))).toEqual([CATS_JSON]);
    expect(jsonOf(await runCommand(["article", "rain", "--json"]))).toEqual([RAIN_JSON]);
  });

  test("an id that is not there is refused with where to look", async () => {
    const services = createFakeServices();
    const { failure, out } = await runCommand(["article", "dogs"], services);
    expect(failure).toEqual(new UserError("No article 'dogs'. `baowen articles` lists all ids."));
    expect(out).toEqual([]);
    expect(services.calls).toEqual(["open", "close"]);
  });
});
