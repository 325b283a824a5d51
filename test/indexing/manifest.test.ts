import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { openForWriting } from "../../src/indexing/database.ts";
import {
  checkManifest,
  newManifest,
  readManifest,
  writeManifest,
} from "../../src/indexing/manifest.ts";
import { SCHEMA_VERSION } from "../../src/indexing/schema.ts";
import { PASSAGE_RULES } from "../../src/passages/cut-passages.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const FAKE = { fingerprint: "fake@1", dimensions: 4 };

const REBUILD = "Run `baowen index --rebuild` to make it anew from the corpus.";

test("a new manifest names schema, model, size and passage rules, and is not complete", () => {
  expect(newManifest(FAKE)).toEqual({
    schemaVersion: SCHEMA_VERSION,
    model: "fake@1",
    dimensions: 4,
    passageRules: PASSAGE_RULES,
    complete: false,
    generation: 0,
  });
});

test("a manifest comes back as the last one that was written", () => {
  const database = openForWriting(temporaryFolder());
  expect(readManifest(database, "index")).toBeUndefined();
  const hnsw = { file: "passages-3.hnsw", sha256: "ab", generation: 3 };
  writeManifest(database, newManifest(FAKE));
  const last = newManifest({ ...FAKE, fingerprint: "fake@2" });
  writeManifest(database, { ...last, complete: true, generation: 3, hnsw });
  expect(readManifest(database, "index")).toEqual({ ...last, complete: true, generation: 3, hnsw });
  database.close();
});

test.each(["", "{}", "null", '{"model":"x"}'])("%j for a manifest is damage", (value) => {
  const database = openForWriting(temporaryFolder());
  database.prepare("INSERT INTO manifest VALUES ('manifest', ?)").run(value);
  expect(() => readManifest(database, "index")).toThrow(
    new UserError(`The manifest of the index in 'index' is damaged. ${REBUILD}`),
  );
  database.close();
});

describe("checkManifest", () => {
  const own = newManifest(FAKE);
  const check = (change: object) => () => {
    checkManifest({ ...own, ...change }, "fake@1", "index");
  };

  test("lets an index of this making pass", () => {
    expect(check({})).not.toThrow();
  });

  test.each([
    [{ schemaVersion: 99 }, `schema version 99, this is schema version ${SCHEMA_VERSION}`],
    [{ model: "fake@9" }, "model fake@9, this is model fake@1"],
    [{ passageRules: "lines-9" }, `passage rules lines-9, this is passage rules ${PASSAGE_RULES}`],
  ])("refuses %j and says what differs", (change, words) => {
    expect(check(change)).toThrow(
      new UserError(`The index in 'index' cannot be used: it was built with ${words}. ${REBUILD}`),
    );
  });

  test("names every difference", () => {
    expect(check({ model: "fake@9", passageRules: "lines-9" })).toThrow(
      /model fake@9, this is model fake@1; it was built with passage rules lines-9, /,
    );
  });
});
