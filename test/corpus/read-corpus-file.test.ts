import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseCorpusFile, readCorpusFile } from "../../src/corpus/read-corpus-file.ts";
import { UserError } from "../../src/errors.ts";
import { folderWith } from "../helpers/temporary-folder.ts";

describe("readCorpusFile", () => {
  test("gives the bytes and a digest of bytes and imprint", async () => {
    const dir = folderWith({ "a/1.txt": "头版" });
    expect(await readCorpusFile(dir, "a/1.txt", { page: "1" })).toEqual({
      file: "a/1.txt",
      bytes: Buffer.from("头版"),
      imprint: { page: "1" },
      hash: createHash("sha256").update('{"page":"1"}头版').digest("hex"),
    });
  });

  test("other bytes and another imprint give another digest, another name does not", async () => {
    const dir = folderWith({ "1.txt": "头版", "2.txt": "二版", "3.txt": "头版" });
    const files = await Promise.all([
      readCorpusFile(dir, "1.txt", {}),
      readCorpusFile(dir, "2.txt", {}),
      readCorpusFile(dir, "1.txt", { page: "1" }),
      readCorpusFile(dir, "3.txt", {}),
    ]);
    const [first, second, third, fourth] = files.map(({ hash }) => hash);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(fourth).toBe(first);
  });

  test("says which file is gone", async () => {
    const dir = folderWith({});
    await expect(readCorpusFile(dir, "1.txt", {})).rejects.toThrow(
      new UserError(`Cannot read '${dir}/1.txt': there is no such file.`),
    );
  });

  test("says why a file cannot be read", async () => {
    const dir = folderWith({ "1.txt/x": "" });
    await expect(readCorpusFile(dir, "1.txt", {})).rejects.toThrow(
      new UserError(`Cannot read '${dir}/1.txt': EISDIR.`),
    );
  });
});

describe("parseCorpusFile", () => {
  const source = (file: string, text: string) => ({
    file,
    bytes: Buffer.from(text),
    imprint: { date: "2022-09-30" },
    hash: "",
  });

  test("a text is a page", () => {
    expect(parseCorpusFile(source("1.TXT", "头版"))).toEqual({
      kind: "page",
      page: { file: "1.TXT", date: "2022-09-30", lines: [{ n: 1, text: "头版" }] },
    });
  });

  test("a .jsonl file is whole articles", () => {
    const text = '{"id":"a","title":"题","text":"文"}';
    expect(parseCorpusFile(source("1.JSONL", text))).toEqual({
      kind: "articles",
      imprint: { date: "2022-09-30" },
      records: [{ id: "a", title: "题", text: "文", line: 1 }],
    });
  });

  test("bytes that are no text are refused by the name of the file", () => {
    const png = { ...source("1.txt", ""), bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1) };
    expect(() => parseCorpusFile(png)).toThrow("got other bytes in '1.txt'");
  });
});
