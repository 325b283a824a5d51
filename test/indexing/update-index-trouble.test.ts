import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { SearchIndex } from "../../src/indexing/search-index.ts";
import { updateIndex } from "../../src/indexing/update-index.ts";
import { fakeVector } from "../helpers/fake-models.ts";
import { damagePages, pagesOf } from "./damaged-pages.ts";
import { Newsroom, articles, indexed } from "./newsroom.ts";

const CATS = articles(["cat1", "猫在睡觉。"], ["cat2", "猫在吃鱼。"]);
const DOGS = articles(["dog1", "狗在叫。"]);

describe("an interrupted run", () => {
  test("leaves an unfinished index that the next run completes, embedding only the rest", async () => {
    const newsroom = new Newsroom({ "a.jsonl": CATS, "b.jsonl": DOGS });
    await expect(newsroom.update(failingAt(newsroom, "狗"))).rejects.toThrow("interrupted");
    expect(newsroom.models.embedder.embedded()).toBe(2);
    expect(SearchIndex.isFinished(newsroom.indexDir)).toBe(false);
    expect(() => newsroom.open()).toThrow(
      new UserError(
        `The index in '${newsroom.indexDir}' is unfinished. Run \`baowen index\` first.`,
      ),
    );
    expect(await newsroom.update()).toMatchObject({
      articles: 3,
      embedded: 1,
      changed: ["b.jsonl"],
    });
    expect(SearchIndex.isFinished(newsroom.indexDir)).toBe(true);
    expect(newsroom.open().counts.articles).toBe(3);
  });

  test("of a finished index leaves one that answers with what was written", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS, "b.jsonl": DOGS });
    newsroom.write("a.jsonl", articles(["bird", "鸟在飞。"]));
    newsroom.write("b.jsonl", articles(["dog2", "狗在跑。"]));
    await expect(newsroom.update(failingAt(newsroom, "狗"))).rejects.toThrow("interrupted");
    const index = newsroom.open();
    expect(index.vectorsFrom).toBe("rebuilt");
    expect(index.articles().map(({ id }) => id)).toEqual(["bird", "dog1"]);
    const [bird] = index.nearest(fakeVector("鸟"), 1);
    expect(index.passage(bird?.passage ?? 0)?.articleId).toBe("bird");
  });
});

describe("a folder that cannot be used", () => {
  test.each(["update", "rebuild"] as const)(
    "an %s without a corpus folder leaves the index alone",
    async (mode) => {
      const { corpusDir, indexDir, models } = await indexed({ "a.jsonl": CATS });
      const run = updateIndex({ corpusDir: `${corpusDir}/none`, indexDir, models, mode });
      await expect(run).rejects.toThrow(`No corpus folder '${corpusDir}/none'.`);
      expect(SearchIndex.open(indexDir, "fake@1").counts.articles).toBe(2);
    },
  );

  test("a corpus folder without a page is refused before an index folder is made", async () => {
    const newsroom = new Newsroom({ "scan.pdf": "" });
    await expect(newsroom.update()).rejects.toThrow(UserError);
    expect(existsSync(newsroom.indexDir)).toBe(false);
  });

  test.each(["update", "rebuild"] as const)(
    "an %s into a file, or below one, says that it is no folder",
    async (mode) => {
      const { corpusDir, models } = new Newsroom({ "a.jsonl": CATS });
      for (const indexDir of [`${corpusDir}/a.jsonl`, `${corpusDir}/a.jsonl/index`]) {
        await expect(updateIndex({ corpusDir, indexDir, models, mode })).rejects.toThrow(
          `Cannot use the index folder '${indexDir}': it is not a folder. Set INDEX_DIR to a folder`,
        );
      }
    },
  );
});

describe("a damaged database", () => {
  const damaged = (dir: string): string =>
    `Cannot use the index folder '${dir}': its database is damaged. Run \`baowen index --rebuild\` to make it anew from the corpus`;

  test("of garbage is refused with the command that mends it", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS });
    const { indexDir } = newsroom;
    writeFileSync(join(indexDir, "baowen.db"), "garbage ".repeat(1000));
    await expect(newsroom.update()).rejects.toThrow(damaged(indexDir));
    await expect(newsroom.update()).rejects.toThrow(UserError);
    expect(() => SearchIndex.isFinished(indexDir)).toThrow(damaged(indexDir));
    expect(() => newsroom.open()).toThrow(damaged(indexDir));
    expect(await newsroom.rebuild()).toMatchObject({ embedded: 2, articles: 2 });
    expect(newsroom.open().counts.articles).toBe(2);
  });

  test("with garbage behind its first page is refused with the command that mends it", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS });
    damagePages(newsroom.indexDir, 2);
    await expect(newsroom.update()).rejects.toThrow(damaged(newsroom.indexDir));
    expect(() => SearchIndex.isFinished(newsroom.indexDir)).toThrow(damaged(newsroom.indexDir));
  });

  test("is refused wherever the damage lies, or the run succeeds", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS, "p.txt": "头版\n要闻\n" });
    newsroom.write("a.jsonl", CATS + DOGS);
    const pages = pagesOf(newsroom.indexDir);
    for (let page = 1; page <= pages; page++) {
      await newsroom.rebuild();
      newsroom.write("a.jsonl", CATS + articles([`x${page}`, "狗。"]));
      damagePages(newsroom.indexDir, page, page);
      const outcome = await newsroom.update().then(
        () => "done",
        (error: unknown) => (error instanceof UserError ? "refused" : error),
      );
      expect(["done", "refused"], `page ${page}`).toContain(outcome);
    }
  });

  test("of no bytes at all is as good as none", async () => {
    const newsroom = await indexed({ "a.jsonl": CATS });
    writeFileSync(join(newsroom.indexDir, "baowen.db"), "");
    expect(SearchIndex.isFinished(newsroom.indexDir)).toBe(false);
    expect(await newsroom.update()).toMatchObject({ embedded: 2 });
  });
});

/** Models whose embedder fails at the first passage with this word. */
function failingAt({ models }: Newsroom, word: string): Newsroom["models"] {
  const embedPassages: Newsroom["models"]["embedder"]["embedPassages"] = (passages) =>
    passages.some(({ sentences }) => sentences.join("").includes(word))
      ? Promise.reject(new Error("interrupted"))
      : models.embedder.embedPassages(passages);
  return { ...models, loadEmbedder: () => Promise.resolve({ ...models.embedder, embedPassages }) };
}
