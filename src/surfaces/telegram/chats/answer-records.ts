import type { Answer } from "../../../answer/answer.ts";
import type { ChatFile } from "./chat-file.ts";
import type { Place } from "./place.ts";

/** An answer as it is remembered: what was asked and which articles it was answered from. */
export interface StoredAnswer {
  readonly place: Place;
  readonly question: string;
  /** The questions before it in that place, oldest first. */
  readonly history: readonly string[];
  readonly status: Answer["status"];
  readonly articleIds: readonly string[];
  /** The message that the question came in. */
  readonly messageId: number;
  /** The Telegram user who asked. */
  readonly asker: number;
}

/** A question that the paper should be able to answer better, without who asked it. */
export interface MissedQuestion {
  readonly question: string;
  /** What went wrong with it the last time. */
  readonly reason: "not_found" | "unhelpful";
  readonly at: Date;
}

/** How many answers are remembered, and how many of them were of no use. */
export interface AnswerCounts {
  readonly answers: number;
  readonly notFound: number;
  readonly unhelpful: number;
}

/** More than an editor reads through. */
const MISSED = 1000;

/** Answers and the questions that went without a good one. */
export class AnswerRecords {
  readonly #file: ChatFile;

  /** Works on a file that has the tables of `ANSWERS_SCHEMA`. */
  constructor(file: ChatFile) {
    this.#file = file;
  }

  /** Keeps an answer; gives back the number it is known by, which no other will ever have. */
  add(answer: StoredAnswer, at: number): number {
    const { place, question, history, status, articleIds, messageId, asker } = answer;
    const lists = [JSON.stringify(history), JSON.stringify(articleIds)];
    const row = [place.chat, place.topic, JSON.stringify(question), ...lists];
    const sql = `INSERT INTO answers
                   (chat, topic, question, history, articles, status, message, asker, at)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    return this.#file.atomically(() => {
      const id = this.#file.add(sql, ...row, status, messageId, asker, at);
      if (status === "not_found") this.#miss(id, status, at);
      return id;
    });
  }

  /** An answer by its number; undefined when it is not remembered any more. */
  get(id: number): StoredAnswer | undefined {
    const [row] = this.#file.all("SELECT * FROM answers WHERE id = ?", id) as AnswerRow[];
    return row && answerFrom(row);
  }

  /** Notes that an answer did not help; false when that is known already or the answer is not. */
  markUnhelpful(id: number, at: number): boolean {
    const sql = "UPDATE answers SET unhelpful = 1 WHERE id = ? AND unhelpful = 0";
    return this.#file.atomically(() => {
      const isNew = this.#file.run(sql, id) > 0;
      if (isNew) this.#miss(id, "unhelpful", at);
      return isNew;
    });
  }

  /** The questions not found or marked as not helped with, each once, the latest first. */
  missed(limit: number): MissedQuestion[] {
    // Of a group SQLite takes the other columns from the row with the max().
    const sql = `SELECT question, reason, at, max(id) FROM missed
                  GROUP BY question ORDER BY max(id) DESC LIMIT ?`;
    const rows = this.#file.all(sql, limit) as MissedRow[];
    return rows.map(({ question, reason, at }) => ({
      question: JSON.parse(question) as string,
      reason,
      at: new Date(at),
    }));
  }

  /** How many answers are remembered, and how many of them were of no use. */
  counts(): AnswerCounts {
    const sql = `SELECT count(*) AS answers, count(*) FILTER (WHERE status = 'not_found') AS notFound,
                        count(*) FILTER (WHERE unhelpful = 1) AS unhelpful FROM answers`;
    return this.#file.all(sql)[0] as AnswerCounts;
  }

  /** Forgets what was asked in a place. */
  forget({ chat, topic }: Place): void {
    this.#file.run("DELETE FROM answers WHERE chat = ? AND topic = ?", chat, topic);
    this.#file.run("DELETE FROM missed WHERE chat = ? AND topic = ?", chat, topic);
  }

  /** Forgets answers given before a time, and missed questions but for the latest. */
  forgetBefore(time: number): void {
    this.#file.run("DELETE FROM answers WHERE at < ?", time);
    const latest = "SELECT question FROM missed GROUP BY question ORDER BY max(id) DESC LIMIT ?";
    this.#file.run(`DELETE FROM missed WHERE question NOT IN (${latest})`, MISSED);
  }

  #miss(answerId: number, reason: MissedQuestion["reason"], at: number): void {
    const sql = `INSERT OR REPLACE INTO missed (chat, topic, question, reason, at)
                 SELECT chat, topic, question, ?, ? FROM answers WHERE id = ?`;
    this.#file.run(sql, reason, at, answerId);
  }
}

interface AnswerRow {
  readonly chat: number;
  readonly topic: number;
  readonly question: string;
  readonly history: string;
  readonly articles: string;
  readonly status: StoredAnswer["status"];
  readonly message: number;
  readonly asker: number;
}

interface MissedRow {
  readonly question: string;
  readonly reason: MissedQuestion["reason"];
  readonly at: number;
}

function answerFrom(row: AnswerRow): StoredAnswer {
  return {
    place: { chat: row.chat, topic: row.topic },
    question: JSON.parse(row.question) as string,
    history: JSON.parse(row.history) as string[],
    status: row.status,
    articleIds: JSON.parse(row.articles) as string[],
    messageId: row.message,
    asker: row.asker,
  };
}

/** The tables of answers. Text is kept as JSON: as itself, half a surrogate pair would not come back. */
export const ANSWERS_SCHEMA = `
  CREATE TABLE IF NOT EXISTS answers (
    -- Never given again: an old button must not open someone else's answer.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat INTEGER NOT NULL,
    topic INTEGER NOT NULL,
    question TEXT NOT NULL,
    history TEXT NOT NULL,
    articles TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('answered', 'not_found')),
    message INTEGER NOT NULL,
    asker INTEGER NOT NULL,
    unhelpful INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS answers_by_time ON answers (at);
  -- Outlives the answers, without the asker; the place is there for it to be forgotten by.
  CREATE TABLE IF NOT EXISTS missed (
    -- In the order of the latest time.
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    topic INTEGER NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('not_found', 'unhelpful')),
    at INTEGER NOT NULL,
    UNIQUE (chat, topic, question)
  );
`;
