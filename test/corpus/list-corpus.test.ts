import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listCorpus } from "../../src/corpus/list-corpus.ts";
import { UserError } from "../../src/errors.ts";
import { folderWith, temporaryFolder } from "../helpers/temporary-folder.ts";

const ADVICE = "Make it and put the paper's pages there, or set CORPUS_DIR.";

test("lists what can be read, what cannot, and corrections, sorted, with paths below the folder", async () => {
  const dir = folderWith({
    "b.txt": "",
    "a/2.JSONL": "",
    "a/10.txt": "",
    "scan.pdf": "",
    "a/notes.md": "",
    "sources.json": "{}",
    "b.articles.yaml": "",
    "a/none.articles.yaml": "",
    ".hidden.txt": "",
    ".git/x.txt": "",
  });
  mkdirSync(join(dir, "folder.txt"));
  symlinkSync(join(dir, "b.txt"), join(dir, "c.txt"));
  expect(await listCorpus(dir)).toEqual({
    files: ["a/10.txt", "a/2.JSONL", "b.txt", "c.txt"],
    ignored: ["a/notes.md", "scan.pdf"],
    corrections: ["a/none.articles.yaml", "b.articles.yaml"],
  });
});

test("refuses a folder in which nothing can be read", async () => {
  const dir = folderWith({ "scan.pdf": "" });
  await expect(listCorpus(dir)).rejects.toThrow(
    new UserError(
      `Expected .txt or .jsonl files in the corpus folder '${dir}', got none. Put the paper's pages there.`,
    ),
  );
});

test("refuses a folder that is not there", async () => {
  const dir = join(temporaryFolder(), "none");
  await expect(listCorpus(dir)).rejects.toThrow(
    new UserError(`No corpus folder '${dir}'. ${ADVICE}`),
  );
});

test("refuses a file in the place of the folder", async () => {
  const dir = join(folderWith({ corpus: "" }), "corpus");
  await expect(listCorpus(dir)).rejects.toThrow(
    new UserError(`Expected a folder, got the file '${dir}'. ${ADVICE}`),
  );
});
