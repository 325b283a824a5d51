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

  test("a correction beside a page comes with it, and its bytes give another digest", async () => {
    const dir = folderWith({
      "a/1.txt": "头版",
      "a/1.articles.yaml": "articles: []",
      "a/2.txt": "头版",
      "a/2.articles.yaml": "articles: [] ",
      "a/3.txt": "头版",
      "a/4.jsonl": "头版",
      "a/4.articles.yaml": "articles: []",
    });
    const files = ["a/1.txt", "a/2.txt", "a/3.txt", "a/4.jsonl"];
    const [one, two, three, records] = await Promise.all(
      files.map((file) => readCorpusFile(dir, file, {})),
    );
    expect(one?.correction).toEqual({
      file: "a/1.articles.yaml",
      bytes: Buffer.from("articles: []"),
    });
    expect(new Set([one, two, three].map((file) => file?.hash)).size).toBe(3);
    expect(records).not.toHaveProperty("correction");
    expect(records?.hash).toBe(three?.hash);
  });

  test("a page with the longest of names has no correction", async () => {
    const file = `${"a".repeat(251)}.txt`;
    const dir = folderWith({ [file]: "头版" });
    expect(await readCorpusFile(dir, file, {})).not.toHaveProperty("correction");
  });

  test("a correction that cannot be read is named", async () => {
    const dir = folderWith({ "1.txt": "头版", "1.articles.yaml/x": "" });
    await expect(readCorpusFile(dir, "1.txt", {})).rejects.toThrow(
      new UserError(`Cannot read '${dir}/1.articles.yaml': EISDIR.`),
    );
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

  const withCorrection = (yaml: string) => ({
    ...source("1.txt", "题\n文"),
    correction: { file: "1.articles.yaml", bytes: Buffer.from(yaml) },
  });
  const WHOLE = "articles:\n  - order: [1 headline, 2 body]\n";

  test("a page comes with the correction that fits it", () => {
    const content = parseCorpusFile(withCorrection(WHOLE));
    if (content.kind !== "page") throw new Error("It should be a page.");
    expect(content.page.correction?.file).toBe("1.articles.yaml");
    expect(content.page.correction?.articles[0]?.order).toMatchObject([
      { at: 2, first: 1, last: 1, role: "headline" },
      { at: 2, first: 2, last: 2, role: "body" },
    ]);
    expect(content).not.toHaveProperty("misfit");
  });

  test("a page that has changed comes without its correction, and with the reason", () => {
    const content = parseCorpusFile(withCorrection(`sha256: ${"0".repeat(64)}\n${WHOLE}`));
    if (content.kind !== "page") throw new Error("It should be a page.");
    expect(content.page).not.toHaveProperty("correction");
    expect(content.misfit).toMatch(
      /^The page '1.txt' has changed, and its correction '1.articles.yaml' no longer fits/,
    );
  });

  test("a damaged correction is refused by its name and its line", () => {
    expect(() => parseCorpusFile(withCorrection("articles:\n  - order: [2 bdy]\n"))).toThrow(
      /^'1.articles.yaml', line 2: expected lines of the page/,
    );
  });

  test("bytes that are no text are refused by the name of the file", () => {
    const png = { ...source("1.txt", ""), bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1) };
    expect(() => parseCorpusFile(png)).toThrow("got other bytes in '1.txt'");
  });
});
