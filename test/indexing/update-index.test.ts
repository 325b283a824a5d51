import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { SearchIndex } from "../../src/indexing/search-index.ts";
import { updateIndex } from "../../src/indexing/update-index.ts";
import { createFakeModels, fakeVector } from "../helpers/fake-models.ts";
import { Newsroom, articles, indexed } from "./newsroom.ts";

const CATS = articles(["cat1", "猫在睡觉。"], ["cat2", "猫在吃鱼。"]);
const DOGS = articles(["dog1", "狗在叫。"]);
const nothing = { embedded: 0, changed: [], removed: [], ignored: [], problems: [], misfits: [] };

describe("updateIndex", () => {
  test("the first run embeds every passage and reports all", async () => {
    const newsroom = new Newsroom({ "a.jsonl": CATS, "b/c.jsonl": DOGS, "scan.pdf": "" });
    expect(await newsroom.update()).toEqual({
      ...nothing,
      files: 2,
      articles: 3,
      passages: 3,
      sentences: 3,
      embedded: 3,
      changed: ["a.jsonl", "b/c.jsonl"],
      ignored: ["scan.pdf"],
    });
    expect(newsroom.models.embedder.embedded()).toBe(3);
    expect(readdirSync(newsroom.indexDir)).toEqual(["baowen.db", "passages-2.hnsw"]);
  });

  test("a second run changes nothing and does not load the model", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS });
    const unloadable = {
      fingerprint: "fake@1",
      loadEmbedder: () => Promise.reject(new Error("was loaded")),
    };
    expect(await newsroom.update(unloadable)).toEqual({
      ...nothing,
      files: 1,
      articles: 2,
      passages: 2,
      sentences: 2,
    });
    expect(newsroom.open().vectorsFrom).toBe("file");
  });

  test("of a changed file only the changed passages are embedded again", async () => {
    const long = `猫${"甲".repeat(198)}。`;
    const newsroom = await indexed({ "a.jsonl": articles(["x", `${long}狗。${long}`]) });
    expect(newsroom.models.embedder.embedded()).toBe(2);
    newsroom.write("a.jsonl", articles(["x", `${long}狗。鱼${long}`]));
    expect(await newsroom.update()).toMatchObject({ embedded: 1, passages: 2, sentences: 3 });
    const index = newsroom.open();
    expect(index.nearest(fakeVector("猫鱼"), 2).map(({ score }) => score)).toEqual([
      expect.closeTo(1, 5),
      expect.closeTo(0.5, 5),
    ]);
  });

  test("passages with one headline and one text are embedded once", async () => {
    const twice = articles(["x", "猫。", "题"], ["y", "猫。", "题"], ["z", "猫。", "别题"]);
    const newsroom = new Newsroom({ "a.jsonl": twice });
    expect(await newsroom.update()).toMatchObject({ embedded: 2, passages: 3 });
    expect(newsroom.open().nearest(fakeVector("猫"), 9)).toHaveLength(3);
  });

  test("a removed file leaves no row, no term and no vector", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS, "p.txt": "头版\n要闻\n" });
    newsroom.write("b.jsonl", DOGS);
    newsroom.remove("a.jsonl");
    newsroom.remove("p.txt");
    expect(await newsroom.update()).toMatchObject({
      files: 1,
      articles: 1,
      embedded: 1,
      changed: ["b.jsonl"],
      removed: ["a.jsonl", "p.txt"],
    });
    expect(rowsOf(newsroom)).toEqual({
      files: 1,
      lines: 0,
      articles: 1,
      passages: 1,
      sentences: 1,
      terms: 1,
    });
    const index = newsroom.open();
    expect(index.matching("猫", 9)).toEqual([]);
    const [dog] = index.matching("狗", 9);
    expect(index.nearest(fakeVector("猫"), 9).map(({ passage }) => passage)).toEqual([
      dog?.passage,
    ]);
  });

  test("a file under another name is not embedded again", async () => {
    const newsroom = await indexed({ "page.jsonl": CATS, "z.jsonl": DOGS });
    newsroom.remove("page.jsonl");
    newsroom.write("2022-09-30_A02.jsonl", CATS);
    expect(await newsroom.update()).toMatchObject({
      articles: 3,
      embedded: 0,
      changed: ["2022-09-30_A02.jsonl"],
      removed: ["page.jsonl"],
    });
    expect(newsroom.open().article("cat1")?.source.date).toBe("2022-09-30");
  });

  test("another date in sources.json changes the articles without embedding again", async () => {
    const newsroom = await indexed({ "a.jsonl": DOGS, "b.jsonl": CATS });
    newsroom.write("sources.json", '{"a.jsonl": {"date": "2022-09-30", "page": "2"}}');
    expect(await newsroom.update()).toMatchObject({ embedded: 0, changed: ["a.jsonl"] });
    expect(newsroom.open().article("dog1")?.source).toEqual({
      file: "a.jsonl",
      lines: [1, 1],
      date: "2022-09-30",
      page: "2",
    });
  });

  test("tells of passages embedded so far, ending with all", async () => {
    const { corpusDir, indexDir, models } = new Newsroom({
      "a.jsonl": articles(...["1", "2", "3", "4", "5", "6"].map((n) => [n, `猫${n}。`] as const)),
      "b.jsonl": DOGS,
    });
    const steps: string[] = [];
    await updateIndex({
      corpusDir,
      indexDir,
      models,
      onProgress: ({ done, total }) => steps.push(`${done}/${total}`),
    });
    expect(steps).toEqual(["4/7", "6/7", "6/7", "7/7", "7/7"]);
  });
});

describe("a file that cannot be used", () => {
  test("is reported by file and line, and what was indexed of it before stays", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS, "b.jsonl": DOGS });
    newsroom.write("a.jsonl", `${CATS}{"id": `);
    newsroom.write("b.jsonl", articles(["dog2", "狗在跑。"]));
    expect(await newsroom.update()).toMatchObject({
      articles: 3,
      embedded: 1,
      changed: ["b.jsonl"],
      problems: [`Expected a JSON object in a.jsonl:3, got '{"id": '.`],
    });
    expect(newsroom.open().article("cat2")?.text).toBe("猫在吃鱼。");
  });

  test.each([
    ["an empty page", "", "Expected the text of a page in 'p.txt', got an empty page."],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), "got other bytes in 'p.txt'."],
  ])("does not stop the others: %s", async (_, content, problem) => {
    const newsroom = new Newsroom({ "a.jsonl": CATS, "p.txt": content });
    const { problems, articles: count } = await newsroom.update();
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(count).toBe(2);
  });

  test("is an error when there is no other, and leaves no finished index", async () => {
    const newsroom = new Newsroom({ "p.txt": "\n", "q.txt": " " });
    const sentence = (file: string): string =>
      `Expected the text of a page in '${file}', got an empty page. Fill it, or take it out of the corpus.`;
    await expect(newsroom.update()).rejects.toThrow(
      new UserError(`${sentence("p.txt")}\n${sentence("q.txt")}`),
    );
    expect(SearchIndex.isFinished(newsroom.indexDir)).toBe(false);
  });
});

describe("an article id", () => {
  const taken = (file: string, other: string): string =>
    `Expected every article id once, got 'cat1' in '${file}' and in '${other}'. Give one of them another id.`;

  test("belongs to the first of two new files, and the other is reported", async () => {
    const newsroom = new Newsroom({ "a.jsonl": articles(["cat1", "猫。"]), "b.jsonl": CATS });
    expect(await newsroom.update()).toMatchObject({
      files: 1,
      articles: 1,
      changed: ["a.jsonl"],
      problems: [taken("b.jsonl", "a.jsonl")],
    });
  });

  test("stays with the file that has it when a new file wants it too, run after run", async () => {
    const newsroom = await indexed({ "b.jsonl": CATS });
    newsroom.write("a.jsonl", articles(["cat1", "另一只猫。"]));
    for (const run of ["first", "second"]) {
      const report = await newsroom.update();
      expect(report, run).toMatchObject({ articles: 2, problems: [taken("a.jsonl", "b.jsonl")] });
    }
    expect(newsroom.open().article("cat1")?.source.file).toBe("b.jsonl");
  });

  test("stays with a file that is broken for now", async () => {
    const newsroom = await indexed({ "b.jsonl": CATS });
    newsroom.write("b.jsonl", "{");
    newsroom.write("a.jsonl", articles(["cat1", "另一只猫。"]));
    expect((await newsroom.update()).problems).toHaveLength(2);
    newsroom.write("b.jsonl", CATS);
    newsroom.remove("a.jsonl");
    expect(await newsroom.update()).toMatchObject({ articles: 2, problems: [] });
    expect(newsroom.open().article("cat1")?.text).toBe("猫在睡觉。");
  });

  test.each([
    ["later", "a.jsonl", "b.jsonl"],
    ["earlier", "b.jsonl", "a.jsonl"],
  ])("moves to a file that comes %s", async (_, from, to) => {
    const newsroom = await indexed({ [from]: CATS, [to]: DOGS });
    newsroom.write(from, articles(["cat2", "猫在吃鱼。"]));
    newsroom.write(to, DOGS + articles(["cat1", "猫在睡觉。"]));
    expect(await newsroom.update()).toMatchObject({ articles: 3, passages: 3, problems: [] });
    expect(newsroom.open().article("cat1")?.source.file).toBe(to);
    expect(rowsOf(newsroom)).toMatchObject({ articles: 3, passages: 3, sentences: 3, terms: 3 });
  });
});

describe("an index of other making", () => {
  test("of another model is refused with the command that mends it", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS });
    const other = createFakeModels("fake@2");
    await expect(newsroom.update(other)).rejects.toThrow(
      new UserError(
        `The index in '${newsroom.indexDir}' cannot be used: it was built with model fake@1, this is model fake@2. Run \`baowen index --rebuild\` to make it anew from the corpus.`,
      ),
    );
    expect(await newsroom.rebuild(other)).toMatchObject({ embedded: 2 });
    expect(await newsroom.update(other)).toMatchObject({ embedded: 0 });
  });

  test("is thrown away by a rebuild, which embeds everything again", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS });
    writeFileSync(join(newsroom.indexDir, "notes.md"), "mine");
    expect(await newsroom.rebuild()).toMatchObject({ embedded: 2, changed: ["a.jsonl"] });
    expect(newsroom.models.embedder.embedded()).toBe(4);
    expect(readdirSync(newsroom.indexDir)).toEqual(["baowen.db", "notes.md", "passages-1.hnsw"]);
  });

  test("with a damaged manifest is refused with the command that mends it", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS });
    const database = new SqliteDatabase(join(newsroom.indexDir, "baowen.db"));
    database.exec("UPDATE manifest SET value = '{'");
    database.close();
    await expect(newsroom.update()).rejects.toThrow(
      new UserError(
        `The manifest of the index in '${newsroom.indexDir}' is damaged. Run \`baowen index --rebuild\` to make it anew from the corpus.`,
      ),
    );
  });
});

function rowsOf({ indexDir }: Newsroom): Record<string, number> {
  const database = new SqliteDatabase(join(indexDir, "baowen.db"), { readonly: true });
  const tables = ["files", "lines", "articles", "passages", "sentences", "terms"];
  const counts = tables.map((table) => {
    const { n } = database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
    return [table, n];
  });
  database.close();
  return Object.fromEntries(counts) as Record<string, number>;
}
