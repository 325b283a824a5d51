import SqliteDatabase from "better-sqlite3";
import type { Update } from "grammy/types";

/** An update that was given up. */
export interface ParkedUpdate {
  readonly updateId: number;
  readonly lane: string;
  readonly reason: string;
}

/** The oldest update of a lane that is not done. */
export interface WaitingUpdate {
  readonly lane: string;
  readonly id: number;
  /** Unix time in milliseconds from which on it may be tried. */
  readonly after: number;
}

/** Updates and what became of them, and the calls they have led to, in one SQLite file. */
export class UpdateStore {
  readonly #database: SqliteDatabase.Database;
  readonly #statements = new Map<string, SqliteDatabase.Statement>();

  /** Opens the store in a file, which is made when it is not there. */
  constructor(file: string) {
    this.#database = new SqliteDatabase(file);
    this.#database.pragma("journal_mode = WAL");
    // What Telegram was told we have must survive a power cut, not only a kill.
    this.#database.pragma("synchronous = FULL");
    this.#database.exec(SCHEMA);
  }

  /** Keeps updates that are not there yet, in one transaction; gives back how many those were. */
  add(updates: readonly Update[], laneOf: (update: Update) => string): number {
    const sql = "INSERT OR IGNORE INTO updates (id, lane, body, stored) VALUES (?, ?, ?, ?)";
    const isNew = (update: Update): boolean => {
      const row = [update.update_id, laneOf(update), JSON.stringify(update), Date.now()];
      return this.#run(sql, ...row) > 0;
    };
    return this.#database.transaction(() => updates.filter(isNew).length).immediate();
  }

  /** The oldest waiting update of each lane, the oldest of all first. */
  waiting(): WaitingUpdate[] {
    return this.#all(
      `SELECT lane, min(id) AS id, "after" FROM updates WHERE state = 'waiting'
        GROUP BY lane ORDER BY min(id)`,
    ) as WaitingUpdate[];
  }

  /** A waiting update. */
  update(id: number): Update {
    return JSON.parse(this.#value("SELECT body FROM updates WHERE id = ?", id) as string) as Update;
  }

  /** When the first of those that wait for a time falls due; undefined when none does. */
  nextDue(now: number): number | undefined {
    const sql = `SELECT min("after") FROM updates WHERE state = 'waiting' AND "after" > ?`;
    return (this.#value(sql, now) as number | null) ?? undefined;
  }

  count(state: "waiting" | "parked"): number {
    return this.#value("SELECT count(*) FROM updates WHERE state = ?", state) as number;
  }

  /** The updates that were given up, the latest first. */
  parked(limit: number): ParkedUpdate[] {
    const sql = `SELECT id AS updateId, lane, reason FROM updates WHERE state = 'parked'
                  ORDER BY id DESC LIMIT ?`;
    return this.#all(sql, limit) as ParkedUpdate[];
  }

  /** How often an update has failed. */
  failures(id: number): number {
    return this.#value("SELECT failures FROM updates WHERE id = ?", id) as number;
  }

  /** Forgets the words of an update; that it came and was done stays known. */
  finish(id: number): void {
    this.#database
      .transaction(() => {
        this.#run("UPDATE updates SET state = 'done', body = NULL WHERE id = ?", id);
        this.#run(`DELETE FROM calls WHERE "update" = ?`, id);
      })
      .immediate();
  }

  /** Puts an update back until a time, with what went wrong. */
  postpone(id: number, after: number, { failures, reason }: { failures: number; reason?: string }) {
    const sql = `UPDATE updates SET "after" = ?, failures = failures + ?, reason = ? WHERE id = ?`;
    this.#run(sql, after, failures, reason ?? null, id);
  }

  park(id: number, reason: string): void {
    this.#run("UPDATE updates SET state = 'parked', reason = ? WHERE id = ?", reason, id);
  }

  /** The response to the n-th call of an update, where Telegram has accepted it. */
  response(id: number, call: number): unknown {
    const sql = `SELECT response FROM calls WHERE "update" = ? AND call = ?`;
    const response = this.#value(sql, id, call) as string | undefined;
    return response === undefined ? undefined : JSON.parse(response);
  }

  keepResponse(id: number, call: number, response: unknown): void {
    const sql = `INSERT OR REPLACE INTO calls ("update", call, response) VALUES (?, ?, ?)`;
    this.#run(sql, id, call, JSON.stringify(response));
  }

  /** Forgets those that were done and stored before a time. */
  forgetBefore(time: number): void {
    this.#run("DELETE FROM updates WHERE state = 'done' AND stored < ?", time);
  }

  close(): void {
    this.#database.close();
  }

  #run(sql: string, ...values: unknown[]): number {
    return this.#statement(sql).run(...values).changes;
  }

  #all(sql: string, ...values: unknown[]): unknown[] {
    return this.#statement(sql).all(...values);
  }

  #value(sql: string, ...values: unknown[]): unknown {
    const [row] = this.#all(sql, ...values) as Record<string, unknown>[];
    return row && Object.values(row)[0];
  }

  #statement(sql: string): SqliteDatabase.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS updates (
    id INTEGER PRIMARY KEY,
    lane TEXT NOT NULL,
    -- The update as JSON; NULL once it is done.
    body TEXT,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'parked')),
    failures INTEGER NOT NULL DEFAULT 0,
    -- Unix time in milliseconds from which on it may be tried.
    "after" INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    stored INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS waiting_by_lane ON updates (lane, id) WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS done_by_time ON updates (stored) WHERE state = 'done';
  -- Calls that Telegram has accepted, of updates that are not done yet, with its responses as JSON.
  CREATE TABLE IF NOT EXISTS calls (
    "update" INTEGER NOT NULL REFERENCES updates (id) ON DELETE CASCADE,
    call INTEGER NOT NULL,
    response TEXT NOT NULL,
    PRIMARY KEY ("update", call)
  ) WITHOUT ROWID;
`;
