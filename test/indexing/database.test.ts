import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import {
  deleteIndex,
  guard,
  hasDatabase,
  openForReading,
  openForWriting,
  translate,
} from "../../src/indexing/database.ts";
import { folderWith, temporaryFolder } from "../helpers/temporary-folder.ts";

describe("openForWriting", () => {
  test("makes folder, file and tables, and opens them again", () => {
    const dir = join(temporaryFolder(), "a/b");
    expect(hasDatabase(dir)).toBe(false);
    openForWriting(dir).close();
    expect(hasDatabase(dir)).toBe(true);
    const database = openForWriting(dir);
    expect(database.prepare("SELECT count(*) FROM files").pluck().get()).toBe(0);
    database.close();
  });

  test("what goes takes what hangs on it with it", () => {
    const database = openForWriting(temporaryFolder());
    database.exec(
      "INSERT INTO files VALUES ('a', 'h'); INSERT INTO lines VALUES ('a', 1, '', '', NULL)",
    );
    database.exec("DELETE FROM files");
    expect(database.prepare("SELECT count(*) FROM lines").pluck().get()).toBe(0);
    database.close();
  });
});

describe("openForReading", () => {
  test("refuses to write", () => {
    const dir = temporaryFolder();
    openForWriting(dir).close();
    const database = openForReading(dir);
    expect(() => guard(dir, () => database.exec("DELETE FROM files"))).toThrow(
      `Cannot use the index folder '${dir}': it cannot be written. Check its permissions, or set INDEX_DIR to another folder (attempt to write a readonly database).`,
    );
    database.close();
  });

  test("says what to do when there is nothing to read", () => {
    const dir = temporaryFolder();
    expect(() => openForReading(dir)).toThrow(
      new UserError(`No index in '${dir}'. Run \`baowen index\` first.`),
    );
  });
});

describe("deleteIndex", () => {
  test("deletes what belongs to an index, and nothing else", () => {
    const mine = ["baowen.db.bak", "my-passages-1.hnsw", "notes.md", "passages-x.hnsw"];
    const its = ["baowen.db", "baowen.db-journal", "passages-1.hnsw", "passages-12.hnsw.new"];
    const dir = folderWith(Object.fromEntries([...mine, ...its].map((name) => [name, ""])));
    deleteIndex(dir);
    expect(readdirSync(dir)).toEqual(mine);
  });

  test("has nothing to do where there is no folder", () => {
    const dir = join(temporaryFolder(), "none");
    expect(() => {
      deleteIndex(dir);
    }).not.toThrow();
    expect(hasDatabase(dir)).toBe(false);
  });
});

describe("translate", () => {
  test.each([
    ["ENOSPC", "there is no space left on the disk. Free some and run it again"],
    ["SQLITE_FULL", "there is no space left on the disk. Free some and run it again"],
    ["EACCES", "it cannot be written. Check its permissions, or set INDEX_DIR to another folder"],
    [
      "SQLITE_READONLY_DBMOVED",
      "it cannot be written. Check its permissions, or set INDEX_DIR to another folder",
    ],
    ["ENOTDIR", "it is not a folder. Set INDEX_DIR to a folder"],
    ["SQLITE_BUSY", "another process is writing to it. Wait for it and run it again"],
    [
      "SQLITE_CORRUPT_INDEX",
      "its database is damaged. Run `baowen index --rebuild` to make it anew from the corpus",
    ],
    ["SQLITE_IOERR_READ", "the disk reports an error. Check it and run it again"],
  ])("%s is said in a person's words", (code, words) => {
    const cause = Object.assign(new Error("what it said"), { code });
    expect(translate(cause, "index")).toEqual(
      new UserError(`Cannot use the index folder 'index': ${words} (what it said).`, { cause }),
    );
  });

  test("a bug, and what has been said already, stays as it is", () => {
    const sqlBug = Object.assign(new Error("a bug in SQL"), { code: "SQLITE_ERROR" });
    for (const error of [new Error("a bug"), sqlBug, new UserError("said already"), "a text"]) {
      expect(translate(error, "index")).toBe(error);
    }
  });
});
