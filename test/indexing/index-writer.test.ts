import { onTestFinished, describe, expect, test } from "vitest";
import type { PassageVectors } from "../../src/embedding/embedder.ts";
import { NO_TOKENS } from "../../src/embedding/token-vectors.ts";
import { UserError } from "../../src/errors.ts";
import { countsOf, filesOf } from "../../src/indexing/contents.ts";
import { openForReading, openForWriting, type Database } from "../../src/indexing/database.ts";
import { IndexWriter } from "../../src/indexing/index-writer.ts";
import { newManifest, readManifest } from "../../src/indexing/manifest.ts";
import { prepareFile, type PreparedFile } from "../../src/indexing/prepare-file.ts";
import { createFakeEmbedder, fakeTokens, fakeVector } from "../helpers/fake-models.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { articles } from "./newsroom.ts";

describe("IndexWriter", () => {
  test("writes a file whole and counts each change as a generation", () => {
    const { database, writer, dir } = writerOf();
    const file = prepared(articles(["x", "猫。"], ["y", "狗。"]));
    writer.replaceFile(file, vectorsOf(file));
    expect(filesOf(database)).toEqual(new Map([["a.jsonl", { hash: "h", ids: ["x", "y"] }]]));
    writer.removeFile("a.jsonl");
    expect(countsOf(database)).toEqual({ files: 0, articles: 0, passages: 0, sentences: 0 });
    expect(readManifest(database, dir)).toEqual({
      ...newManifest(createFakeEmbedder()),
      generation: 2,
    });
    expect(writer.manifest.generation).toBe(2);
  });

  test("amends the manifest without a new generation", () => {
    const { database, writer, dir } = writerOf();
    writer.amend({ complete: true });
    expect(readManifest(database, dir)).toEqual({
      ...newManifest(createFakeEmbedder()),
      complete: true,
    });
  });

  test("gives the vectors of a content that is there, bit by bit", () => {
    const { writer } = writerOf();
    const file = prepared(articles(["x", "猫猫狗。云。鱼。", "鸟"]));
    const content = file.articles[0]?.passages[0]?.content ?? "";
    expect(writer.vectorsOf(content)).toBeUndefined();
    writer.replaceFile(file, vectorsOf(file));
    expect(writer.vectorsOf(content)).toEqual({
      whole: fakeVector("鸟猫猫狗鱼"),
      headline: fakeTokens("鸟"),
      sentences: [fakeTokens("猫猫狗"), fakeTokens(""), fakeTokens("鱼")],
    });
  });

  test("a sentence that came without tokens, or not at all, has none", () => {
    const { writer } = writerOf();
    const file = prepared(articles(["x", "猫。狗。"]));
    const content = file.articles[0]?.passages[0]?.content ?? "";
    const made = { whole: fakeVector("猫"), headline: NO_TOKENS, sentences: [NO_TOKENS] };
    writer.replaceFile(file, new Map([[content, made]]));
    expect(writer.vectorsOf(content)).toEqual({
      whole: fakeVector("猫"),
      headline: fakeTokens(""),
      sentences: [fakeTokens(""), fakeTokens("")],
    });
  });

  test("a full disk leaves the file as it was and says what to do", () => {
    const { database, writer, dir } = writerOf();
    const before = prepared(articles(["x", "猫。"]));
    writer.replaceFile(before, vectorsOf(before));
    const pages = database.pragma("page_count", { simple: true }) as number;
    database.pragma(`max_page_count = ${pages}`);
    const after = prepared(articles(["x", "狗。".repeat(20_000)]));
    expect(() => {
      writer.replaceFile(after, vectorsOf(after));
    }).toThrow(
      new UserError(
        `Cannot use the index folder '${dir}': there is no space left on the disk. Free some and run it again (database or disk is full).`,
      ),
    );
    expect(countsOf(database)).toEqual({ files: 1, articles: 1, passages: 1, sentences: 1 });
    expect(writer.manifest.generation).toBe(1);
    expect(readManifest(database, dir)?.generation).toBe(1);
  });

  test("a file without its vectors is a bug, and nothing of it is written", () => {
    const { database, writer } = writerOf();
    expect(() => {
      writer.replaceFile(prepared(articles(["x", "猫。"])), new Map());
    }).toThrow("no vectors for a passage of x");
    expect(countsOf(database).files).toBe(0);
  });

  test("a database that is read only says so", () => {
    const { dir } = writerOf();
    const database = closedLater(openForReading(dir));
    const writer = new IndexWriter(database, newManifest(createFakeEmbedder()), dir);
    for (const write of [
      () => {
        writer.removeFile("a");
      },
      () => {
        writer.amend({ complete: true });
      },
    ]) {
      expect(write).toThrow(`Cannot use the index folder '${dir}': it cannot be written.`);
      expect(write).toThrow(UserError);
    }
  });
});

function writerOf() {
  const dir = temporaryFolder();
  const database = closedLater(openForWriting(dir));
  return {
    dir,
    database,
    writer: new IndexWriter(database, newManifest(createFakeEmbedder()), dir),
  };
}

function closedLater(database: Database): Database {
  onTestFinished(() => {
    database.close();
  });
  return database;
}

function prepared(jsonLines: string): PreparedFile {
  return prepareFile({ file: "a.jsonl", bytes: Buffer.from(jsonLines), imprint: {}, hash: "h" });
}

/** As the fake embedder makes them. */
function vectorsOf({ articles: all }: PreparedFile): ReadonlyMap<string, PassageVectors> {
  return new Map(
    all.flatMap(({ passages }) =>
      passages.map(({ content, input: { headline, sentences } }) => [
        content,
        {
          whole: fakeVector(headline + sentences.join("")),
          headline: fakeTokens(headline),
          sentences: sentences.map(fakeTokens),
        },
      ]),
    ),
  );
}
