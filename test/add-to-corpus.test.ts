import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addToCorpus } from "../src/add-to-corpus.ts";
import { UserError } from "../src/errors.ts";
import { folderWith } from "./helpers/temporary-folder.ts";

const PAGE = { name: "新版面 2.txt", bytes: Buffer.from("本报讯 桥修好了。") };
const FINE = () => Promise.resolve({ problems: [], articlesOf: () => 3 });

describe("addToCorpus", () => {
  test("writes the file, brings the index up to date and tells how many articles it has", async () => {
    const dir = folderWith({ "old.txt": "旧" });
    const seen: string[] = [];
    const added = await addToCorpus(dir, PAGE, () => {
      seen.push(readFileSync(join(dir, PAGE.name), "utf8"));
      return Promise.resolve({ problems: [], articlesOf: (file) => (file === PAGE.name ? 2 : 0) });
    });
    expect(added).toEqual({ outcome: "added", articles: 2 });
    expect(seen).toEqual(["本报讯 桥修好了。"]);
  });

  test("never writes over a file that is there", async () => {
    const dir = folderWith({ [PAGE.name]: "旧" });
    expect(await addToCorpus(dir, PAGE, FINE)).toEqual({ outcome: "exists" });
    expect(readFileSync(join(dir, PAGE.name), "utf8")).toBe("旧");
  });

  test("a file that comes a second time, with the same bytes, is there as if it came once", async () => {
    const dir = folderWith({ [PAGE.name]: PAGE.bytes.toString("utf8") });
    expect(await addToCorpus(dir, PAGE, FINE)).toEqual({ outcome: "added", articles: 3 });
    expect(existsSync(join(dir, PAGE.name))).toBe(true);
  });

  test("takes a file out again that cannot be used, and says why", async () => {
    const dir = folderWith({ "old.txt": "旧" });
    const reason = `Expected a page in '${PAGE.name}', got an empty file.`;
    const update = () => Promise.resolve({ problems: ["Other.", reason], articlesOf: () => 0 });
    expect(await addToCorpus(dir, PAGE, update)).toEqual({ outcome: "refused", reason });
    expect(existsSync(join(dir, PAGE.name))).toBe(false);
  });

  test.each([
    ["in a folder", `Cannot read 'corpus/${PAGE.name}': EIO.`],
    ["with a line", `Expected a JSON object in ${PAGE.name}:3, got 'x'.`],
  ])("knows the file in a sentence that names it %s", async (_, reason) => {
    const dir = folderWith({ "old.txt": "旧" });
    const update = () => Promise.resolve({ problems: [reason], articlesOf: () => 0 });
    expect(await addToCorpus(dir, PAGE, update)).toEqual({ outcome: "refused", reason });
  });

  test("keeps a file when another, whose name ends like it, cannot be used", async () => {
    const dir = folderWith({ "old.txt": "旧" });
    const problems = [
      "Expected the text of a page in '12.txt', got an empty page.",
      "Expected the text of a page in '版 2.txt', got an empty page.",
      "Expected a JSON object in 12.txt:3, got 'x'.",
    ];
    const update = () => Promise.resolve({ problems, articlesOf: () => 3 });
    const added = await addToCorpus(dir, { ...PAGE, name: "2.txt" }, update);
    expect(added).toEqual({ outcome: "added", articles: 3 });
    expect(readdirSync(dir).sort()).toEqual(["2.txt", "old.txt"]);
  });

  test("leaves nothing behind when the update fails, so that it can be sent again", async () => {
    const dir = folderWith({ "old.txt": "旧" });
    const failure = new UserError("The disk is full.");
    await expect(addToCorpus(dir, PAGE, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(readdirSync(dir)).toEqual(["old.txt"]);
    expect(await addToCorpus(dir, PAGE, FINE)).toEqual({ outcome: "added", articles: 3 });
  });

  // Nothing is read-only to root.
  test.skipIf(process.getuid?.() === 0)("a read-only folder is told in a sentence", async () => {
    const dir = folderWith({ "old.txt": "旧" });
    chmodSync(dir, 0o500);
    const added = addToCorpus(dir, PAGE, FINE);
    await expect(added).rejects.toThrow(new UserError("The file could not be written (EACCES)."));
    chmodSync(dir, 0o700);
    expect(readdirSync(dir)).toEqual(["old.txt"]);
  });

  test("a folder that is not there is told in a sentence", async () => {
    const dir = join(folderWith({ "old.txt": "旧" }), "gone");
    await expect(addToCorpus(dir, PAGE, FINE)).rejects.toThrow(
      new UserError("The file could not be written (ENOENT)."),
    );
  });
});
