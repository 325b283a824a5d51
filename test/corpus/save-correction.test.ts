import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { saveCorrection } from "../../src/corpus/save-correction.ts";
import { UserError } from "../../src/errors.ts";
import { folderWith } from "../helpers/temporary-folder.ts";

test("a correction is written whole, and nothing else is left beside it", async () => {
  const dir = folderWith({});
  await saveCorrection(join(dir, "a.articles.yaml"), "articles: []\n");
  expect(readdirSync(dir)).toEqual(["a.articles.yaml"]);
  expect(readFileSync(join(dir, "a.articles.yaml"), "utf8")).toBe("articles: []\n");
});

test("one that is there is never overwritten", async () => {
  const path = join(folderWith({ "a.articles.yaml": "mine" }), "a.articles.yaml");
  await expect(saveCorrection(path, "yours")).rejects.toThrow(
    new UserError(
      `Expected a page without a correction, got '${path}'. Edit it, or delete it and run this again to start from the program's cut.`,
    ),
  );
  expect(readFileSync(path, "utf8")).toBe("mine");
});

test.each([
  ["nowhere/a.articles.yaml", "ENOENT"],
  ["file/a.articles.yaml", "ENOTDIR"],
  [`${"a".repeat(240)}.articles.yaml`, "ENAMETOOLONG"],
])("a place that cannot be written is named (%s)", async (name, code) => {
  const dir = folderWith({ file: "" });
  const saving = saveCorrection(join(dir, name), "");
  await expect(saving).rejects.toThrow(UserError);
  await expect(saving).rejects.toThrow(`Cannot write '${join(dir, name)}' (${code}).`);
  expect(readdirSync(dir)).toEqual(["file"]);
});
