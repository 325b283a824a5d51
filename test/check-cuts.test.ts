import { describe, expect, test } from "vitest";
import type { Article } from "../src/articles/article.ts";
import { checkCuts } from "../src/check-cuts.ts";
import { UserError } from "../src/errors.ts";
import { folderWith } from "./helpers/temporary-folder.ts";

const PAGE = "猫展开幕\n\n本报讯 猫在东街。\n";
const WHOLE = "articles:\n  - order: [1 headline, 3 body]\n";
const STALE = `lines: 9\nsha256: ${"0".repeat(64)}\n${WHOLE}`;

const cut = (file: string, confidence?: number): Article => ({
  ...{ id: `${file}-${confidence ?? 1}`, headline: "", captions: [], text: "猫。", lineSpans: [] },
  source: { file, lines: [1, 1] },
  ...(confidence === undefined ? {} : { confidence }),
});

const check = (files: Readonly<Record<string, string>>, articles: readonly Article[] = []) =>
  checkCuts(folderWith(files), () => Promise.resolve(articles));

describe("checkCuts", () => {
  test("is content with sure cuts and with articles that came whole", async () => {
    const found = await check({ "a.txt": PAGE }, [cut("a.txt", 0.75), cut("b.jsonl")]);
    expect(found).toBe("no article is cut unsurely");
  });

  test("names the pages with unsure cuts, the worst first, and how to mend them", async () => {
    const articles = [cut("a.txt", 0.1), cut("a.txt", 0.9), cut("b.txt", 0.2), cut("b.txt", 0.69)];
    expect(await check({ "a.txt": PAGE }, articles)).toBe(
      "3 of 4 articles cut unsurely (below 75%), on 2 pages: 'b.txt' (2), 'a.txt' (1); " +
        "`baowen segment FILE --edit` lets you correct a page",
    );
  });

  test("names a handful of pages and counts the others", async () => {
    const articles = Array.from({ length: 8 }, (_, i) => cut(`${i}.txt`, 0.5));
    expect(await check({ "a.txt": PAGE }, articles)).toContain("'4.txt' (1), and 3 more; ");
  });

  test("counts the pages that an editor corrected", async () => {
    const files = { "a.txt": PAGE, "a.articles.yaml": WHOLE, "b.txt": PAGE };
    expect(await check(files)).toBe("no article is cut unsurely; 1 page corrected by hand");
  });

  test.each([
    ["does not fit any more", STALE, /^The page 'b\/a\.txt' has changed, and its correction/],
    ["is damaged", "articles: [", /^'b\/a\.articles\.yaml', line 1: it is no YAML/],
  ])("finds fault with a correction that %s", async (_, yaml, message) => {
    const finding = check({ "b/a.txt": PAGE, "b/a.articles.yaml": yaml });
    await expect(finding).rejects.toThrow(UserError);
    await expect(finding).rejects.toThrow(message);
  });

  test("finds fault with a correction that belongs to no page, and names several at once", async () => {
    const files = {
      "a.jsonl": "",
      "a.articles.yaml": WHOLE,
      "b.txt": PAGE,
      "b.articles.yaml": STALE,
    };
    const finding = check(files);
    await expect(finding).rejects.toThrow(
      /^Expected a page beside the correction 'a\.articles\.yaml', got none of its name\. .*\nThe page 'b\.txt'/,
    );
  });
});
