import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { UserError, codeOf, messageOf } from "../errors.ts";
import { SCHEMA } from "./schema.ts";

/** The SQLite file of an index. */
export type Database = SqliteDatabase.Database;

/** Whether `dir` holds a database, finished or not. */
export function hasDatabase(dir: string): boolean {
  return existsSync(databasePath(dir));
}

/** Opens an index for reading. Throws `UserError` when there is none or it is damaged. */
export function openForReading(dir: string): Database {
  if (!hasDatabase(dir)) throw new UserError(`No index in '${dir}'. Run \`baowen index\` first.`);
  return guard(dir, () => open(databasePath(dir), { readonly: true, fileMustExist: true }));
}

/** Opens an index for writing and makes folder and tables when there are none. Throws `UserError`. */
export function openForWriting(dir: string): Database {
  return guard(dir, () => {
    makeFolder(resolve(dir));
    const database = open(databasePath(dir), {});
    const { tables } = database.prepare("SELECT count(*) AS tables FROM sqlite_master").get() as {
      tables: number;
    };
    if (tables === 0) database.transaction(() => database.exec(SCHEMA)).immediate();
    return database;
  });
}

/**
 * Makes a folder and those above it. Node's own recursive `mkdir` never returns where a file system refuses
 * with ENOENT, as /proc does.
 */
export function makeFolder(dir: string): void {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(dir));
  mkdirSync(dir);
}

/** Deletes all that belongs to an index in `dir`, and nothing else. Throws `UserError`. */
export function deleteIndex(dir: string): void {
  guard(dir, () => {
    const names = existsSync(dir) ? readdirSync(dir) : [];
    for (const name of names.filter((name) => INDEX_FILE.test(name))) rmSync(join(dir, name));
  });
}

/** Runs `work` on an index and says in a person's words what the disk or SQLite refused. */
export function guard<T>(dir: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw translate(cause, dir);
  }
}

const INDEX_FILE = /^(baowen\.db(-journal)?|passages-\d+\.hnsw(\.new)?)$/;

function databasePath(dir: string): string {
  return join(dir, "baowen.db");
}

/** Milliseconds to wait while another process writes. */
const BUSY_TIMEOUT = 5_000;

function open(path: string, options: SqliteDatabase.Options): Database {
  const database = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT, ...options });
  // A rollback journal rather than WAL: an index on a read-only disk can then still be read.
  if (!options.readonly) database.pragma("journal_mode = DELETE");
  database.pragma("foreign_keys = ON");
  return database;
}

const PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^(ENOSPC|SQLITE_FULL)/, "there is no space left on the disk. Free some and run it again"],
  [
    /^(EACCES|EROFS|EPERM|ENOENT|SQLITE_READONLY|SQLITE_CANTOPEN)/,
    "it cannot be written. Check its permissions, or set INDEX_DIR to another folder",
  ],
  [/^(EEXIST|ENOTDIR)/, "it is not a folder. Set INDEX_DIR to a folder"],
  [/^SQLITE_(BUSY|LOCKED)/, "another process is writing to it. Wait for it and run it again"],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    "its database is damaged. Run `baowen index --rebuild` to make it anew from the corpus",
  ],
  [/^(EIO|SQLITE_IOERR)/, "the disk reports an error. Check it and run it again"],
];

/** What the disk or SQLite says, as a `UserError`; other errors are bugs and stay as they are. */
export function translate(cause: unknown, dir: string): unknown {
  const code = codeOf(cause);
  if (cause instanceof UserError || code === undefined) return cause;
  const known = PROBLEMS.find(([pattern]) => pattern.test(code));
  if (!known) return cause;
  return new UserError(`Cannot use the index folder '${dir}': ${known[1]} (${messageOf(cause)}).`, {
    cause,
  });
}
