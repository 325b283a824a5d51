import SqliteDatabase from "better-sqlite3";

// Of those that open a new file at the same moment, all but one must wait for it to be made: each try lets
// one more of them through.
const MOST_TRIES = 10;

/** How long to wait for another process that is writing: SQLite's writes take milliseconds. */
const LONGEST_WAIT_MS = 5000;
/** How long to wait for one that is reading, such as a backup: meanwhile the bot answers nobody. */
const WAIT_FOR_READERS_MS = 100;

/** An SQLite file that what was deleted from it cannot be read back from, with its prepared statements. */
export class ChatFile {
  readonly #database: SqliteDatabase.Database;
  readonly #statements = new Map<string, SqliteDatabase.Statement>();

  /** Opens the file, which is made when it is not there, and makes the tables that it lacks. */
  constructor(file: string, schema: string) {
    this.#database = new SqliteDatabase(file, { timeout: LONGEST_WAIT_MS });
    this.#writeAhead();
    // A power cut may cost the last turns, never the file; the question itself is safe in the inbox.
    this.#database.pragma("synchronous = NORMAL");
    this.#database.pragma("secure_delete = ON");
    // VACUUM copies all that is said: not into a file in a folder that others can read.
    this.#database.pragma("temp_store = MEMORY");
    this.atomically(() => this.#database.exec(schema));
  }

  /** Runs a statement; gives back how many rows it has changed. */
  run(sql: string, ...values: unknown[]): number {
    return this.#statement(sql).run(...values).changes;
  }

  /** Runs a statement that adds a row; gives back the number of the row. */
  add(sql: string, ...values: unknown[]): number {
    return Number(this.#statement(sql).run(...values).lastInsertRowid);
  }

  /** All rows of a query. */
  all(sql: string, ...values: unknown[]): unknown[] {
    return this.#statement(sql).all(...values);
  }

  /** The first column of all rows. */
  column(sql: string, ...values: unknown[]): unknown[] {
    return (this.all(sql, ...values) as Record<string, unknown>[]).map(
      (row) => Object.values(row)[0],
    );
  }

  /** Does all of the work or nothing of it. */
  atomically<T>(work: () => T): T {
    return this.#database.transaction(work).immediate();
  }

  /** Empties the log of writes, which holds what has been deleted since, into the file. */
  emptyLog(): void {
    // While someone else is reading an older state it stays; the next call, or closing, empties it then.
    this.#database.pragma(`busy_timeout = ${WAIT_FOR_READERS_MS}`);
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
    this.#database.pragma(`busy_timeout = ${LONGEST_WAIT_MS}`);
  }

  /**
   * Writes the file anew. `secure_delete` wipes rows where they are, but not the copies of them that are left
   * in unused parts of a page when rows move to another page.
   */
  wipe(): void {
    this.#database.exec("VACUUM");
    this.emptyLog();
  }

  /** Closes the file, and empties the log if nobody else has it open. */
  close(): void {
    this.#database.close();
  }

  // For this change alone SQLite does not wait for others that are making it, but fails.
  #writeAhead(): void {
    for (let tries = 1; ; tries += 1) {
      try {
        this.#database.pragma("journal_mode = WAL");
        return;
      } catch (error) {
        if (tries >= MOST_TRIES || !isBusy(error)) throw error;
        // To begin a change waits for the other to be done.
        this.atomically(() => undefined);
      }
    }
  }

  #statement(sql: string): SqliteDatabase.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code === "SQLITE_BUSY";
}
