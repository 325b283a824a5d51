import { existsSync, readFileSync } from "node:fs";
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

  test("takes a file out again that cannot be used, and says why", async () => {
    const dir = folderWith({ "old.txt": "旧" });
    const reason = `Expected a page in '${PAGE.name}', got an empty file.`;
    const update = () => Promise.resolve({ problems: ["Other.", reason], articlesOf: () => 0 });
    expect(await addToCorpus(dir, PAGE, update)).toEqual({ outcome: "refused", reason });
    expect(existsSync(join(dir, PAGE.name))).toBe(false);
  });

  test("a folder that is not there is told in a sentence", async () => {
    const dir = join(folderWith({ "old.txt": "旧" }), "gone");
    await expect(addToCorpus(dir, PAGE, FINE)).rejects.toThrow(
      new UserError("The file could not be written (ENOENT)."),
    );
  });
});
