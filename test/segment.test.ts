import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "../src/errors.ts";
import { segmentFile, writeCorrectionOf } from "../src/segment.ts";
import { folderWith } from "./helpers/temporary-folder.ts";

const PAGE = "猫展开幕\n\n本报讯 猫在东街。\n\n本报讯 狗在西街。\n";
const SWAPPED = "articles:\n  - order: [1 headline, 5 body]\n  - order: [3 body]\n";

describe("segmentFile", () => {
  test("cuts a page as its editor did, with its imprint", async () => {
    const dir = folderWith({ "2022-09-30.txt": PAGE, "2022-09-30.articles.yaml": SWAPPED });
    const { page, segmentation, ...rest } = await segmentFile(join(dir, "2022-09-30.txt"));
    expect(rest).toEqual({});
    expect(page.correction?.file).toBe("2022-09-30.articles.yaml");
    expect(segmentation.articles.map(({ headline, text }) => [headline, text])).toEqual([
      ["猫展开幕", "本报讯 狗在西街。"],
      ["", "本报讯 猫在东街。"],
    ]);
    expect(segmentation.articles[0]?.source.date).toBe("2022-09-30");
  });

  test("cuts a page that has changed as the program does, and says why", async () => {
    const yaml = `lines: 4\nsha256: ${"0".repeat(64)}\n${SWAPPED}`;
    const dir = folderWith({ "a.txt": PAGE, "a.articles.yaml": yaml, "b.txt": PAGE });
    const { page, segmentation, misfit } = await segmentFile(join(dir, "a.txt"));
    const { segmentation: programs } = await segmentFile(join(dir, "b.txt"));
    expect(page).not.toHaveProperty("correction");
    expect(segmentation.articles.map(({ text }) => text)).toEqual(
      programs.articles.map(({ text }) => text),
    );
    expect(misfit).toContain("(line 1: expected a page of 4 lines, got 5)");
  });

  test("refuses a damaged correction and files of whole articles", async () => {
    const dir = folderWith({
      ...{ "a.txt": PAGE, "a.articles.yaml": "articles:\n  - order: [1-3 body]\n" },
      "b.jsonl": '{"id":"a","title":"题","text":"文"}',
    });
    await expect(segmentFile(join(dir, "a.txt"))).rejects.toThrow(
      "'a.articles.yaml', line 2: expected every line of the page once, got page line 5 ('本报讯 狗在西街。')",
    );
    await expect(segmentFile(join(dir, "b.jsonl"))).rejects.toThrow(
      new UserError(`Expected a page to cut, got whole articles in '${dir}/b.jsonl'.`),
    );
  });
});

describe("writeCorrectionOf", () => {
  test("writes a file that changes nothing until somebody edits it", async () => {
    const dir = folderWith({ "a.txt": PAGE });
    const path = join(dir, "a.txt");
    const before = await segmentFile(path);
    expect(await writeCorrectionOf(path)).toBe(join(dir, "a.articles.yaml"));
    expect(readdirSync(dir)).toEqual(["a.articles.yaml", "a.txt"]);
    const after = await segmentFile(path);
    expect(after.page.correction?.file).toBe("a.articles.yaml");
    expect(after.segmentation.lines).toEqual(before.segmentation.lines);
    expect(after.segmentation.articles.map(({ id, text }) => [id, text])).toEqual(
      before.segmentation.articles.map(({ id, text }) => [id, text]),
    );
  });

  test("never touches a correction that is there, be it damaged", async () => {
    const dir = folderWith({ "a.txt": PAGE, "a.articles.yaml": "articles: [" });
    await expect(writeCorrectionOf(join(dir, "a.txt"))).rejects.toThrow(
      `Expected a page without a correction, got '${dir}/a.articles.yaml'. Edit it, or delete it`,
    );
    expect(readFileSync(join(dir, "a.articles.yaml"), "utf8")).toBe("articles: [");
  });
});
