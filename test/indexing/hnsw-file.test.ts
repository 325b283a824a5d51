import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SearchIndex } from "../../src/indexing/search-index.ts";
import { fakeVector } from "../helpers/fake-models.ts";
import { articles, indexed, type Newsroom } from "./newsroom.ts";

const ROWS = Array.from(
  { length: 30 },
  (_, i) => [`n${i}`, `${"猫".repeat(i % 5)}${"狗".repeat(i % 3)}鱼${i}。`] as const,
);

const graphFile = ({ indexDir }: Newsroom): string =>
  join(indexDir, readdirSync(indexDir).find((name) => name.endsWith(".hnsw")) ?? "none");

/** Where the vectors came from, and what a search in them gives. */
function searched(newsroom: Newsroom) {
  const index = SearchIndex.open(newsroom.indexDir, "fake@1");
  const matches = ["猫", "狗鱼", "鸟"].map((text) => index.nearest(fakeVector(text), 30));
  index.close();
  return { from: index.vectorsFrom, matches };
}

describe("the HNSW file", () => {
  test("is used as it is when it is whole", async () => {
    const { from, matches } = searched(await indexed({ "a.jsonl": articles(...ROWS) }));
    expect(from).toBe("file");
    expect(matches.map(({ length }) => length)).toEqual([30, 30, 30]);
  });

  test("is not looked at when a single bit of it is wrong: the same graph comes from SQLite", async () => {
    const newsroom = await indexed({ "a.jsonl": articles(...ROWS) });
    const { matches } = searched(newsroom);
    const path = graphFile(newsroom);
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        const damaged = Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ (1 << bit) : byte));
        writeFileSync(path, damaged);
        expect(searched(newsroom)).toEqual({ from: "rebuilt", matches });
      }),
      { numRuns: 40 },
    );
  });

  test("is not looked at when it is cut off or has grown", async () => {
    const newsroom = await indexed({ "a.jsonl": articles(...ROWS) });
    const { matches } = searched(newsroom);
    const path = graphFile(newsroom);
    const whole = readFileSync(path);
    for (const bytes of [
      whole.subarray(0, 0),
      whole.subarray(0, 96),
      whole.subarray(0, -1),
      Buffer.concat([whole, whole]),
    ]) {
      writeFileSync(path, bytes);
      expect(searched(newsroom)).toEqual({ from: "rebuilt", matches });
    }
  });

  test("can be missing", async () => {
    const newsroom = await indexed({ "a.jsonl": articles(...ROWS) });
    const { matches } = searched(newsroom);
    rmSync(graphFile(newsroom));
    expect(searched(newsroom)).toEqual({ from: "rebuilt", matches });
  });

  test("of another generation is not taken, though it is whole", async () => {
    const newsroom = await indexed({ "a.jsonl": articles(...ROWS) });
    const old = join(newsroom.corpusDir, "old.bin");
    copyFileSync(graphFile(newsroom), old);
    newsroom.write("a.jsonl", articles(...ROWS.slice(1)));
    await newsroom.update();
    const { matches } = searched(newsroom);
    copyFileSync(old, graphFile(newsroom));
    expect(searched(newsroom)).toEqual({ from: "rebuilt", matches });
  });

  test("of earlier generations goes when a new one is there, and nothing else does", async () => {
    const newsroom = await indexed({ "a.jsonl": articles(["x", "猫。"]) });
    writeFileSync(join(newsroom.indexDir, "passages-7.hnsw.new"), "killed while writing");
    writeFileSync(join(newsroom.indexDir, "notes.hnsw"), "mine");
    newsroom.write("a.jsonl", articles(["x", "狗。"]));
    await newsroom.update();
    expect(readdirSync(newsroom.indexDir)).toEqual(["baowen.db", "notes.hnsw", "passages-2.hnsw"]);
    expect(searched(newsroom).from).toBe("file");
  });

  test("that is lost comes back with the next change", async () => {
    const newsroom = await indexed({ "a.jsonl": articles(...ROWS) });
    rmSync(graphFile(newsroom));
    newsroom.write("b.jsonl", articles(["y", "鸟。"]));
    await newsroom.update();
    expect(searched(newsroom).from).toBe("file");
  });
});
