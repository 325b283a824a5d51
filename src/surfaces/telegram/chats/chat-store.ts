import {
  AnswerRecords,
  ANSWERS_SCHEMA,
  type AnswerCounts,
  type MissedQuestion,
  type StoredAnswer,
} from "./answer-records.ts";
import { ChatFile } from "./chat-file.ts";
import type { Place } from "./place.ts";

export type { AnswerCounts, MissedQuestion, StoredAnswer } from "./answer-records.ts";
export type { Place } from "./place.ts";

/** How many questions of a place are remembered: more are no help in understanding the next. */
export const TURNS = 6;

const DAY_MS = 24 * 60 * 60 * 1000;
/** After a day, a question does not follow up on what was asked before. */
const LONGEST_TURN_MS = DAY_MS;
/** How long the buttons below an answer work, and an edited question is answered in place. */
const LONGEST_ANSWER_MS = 30 * DAY_MS;

/** What a store can be told besides its file. */
export interface ChatStoreOptions {
  /** Unix time in milliseconds; the clock of the machine when left out. */
  readonly now?: () => number;
}

/** What the bot remembers of its chats, in one SQLite file that another process may have open too. */
export class ChatStore {
  readonly #file: ChatFile;
  readonly #answers: AnswerRecords;
  readonly #now: () => number;

  /** Opens the store in a file, which is made when it is not there. */
  constructor(file: string, { now = Date.now }: ChatStoreOptions = {}) {
    this.#file = new ChatFile(file, ANSWERS_SCHEMA + SCHEMA);
    this.#answers = new AnswerRecords(this.#file);
    this.#now = now;
  }

  /**
   * The last questions of a place, oldest first; none that is older than a day. With a message, only those
   * that came before it.
   */
  turns({ chat, topic }: Place, message = Number.MAX_SAFE_INTEGER): string[] {
    const sql = `SELECT question FROM turns
                  WHERE chat = ? AND topic = ? AND at >= ? AND message < ? ORDER BY id`;
    const since = this.#now() - LONGEST_TURN_MS;
    const questions = this.#file.column(sql, chat, topic, since, message);
    return questions.map((question) => JSON.parse(question as string) as string);
  }

  /** Remembers a question; one that came in the same message, edited since, gives way to it. */
  addTurn({ chat, topic }: Place, question: string, messageId: number): void {
    const at = this.#now();
    const tooOld = "DELETE FROM turns WHERE chat = ? AND topic = ? AND at < ?";
    const add = `INSERT INTO turns (chat, topic, message, question, at) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET question = excluded.question, at = excluded.at`;
    const tooMany = `DELETE FROM turns WHERE id IN
      (SELECT id FROM turns WHERE chat = ? AND topic = ? ORDER BY id DESC LIMIT -1 OFFSET ?)`;
    this.#file.atomically(() => {
      this.#file.run(tooOld, chat, topic, at - LONGEST_TURN_MS);
      this.#file.run(add, chat, topic, messageId, JSON.stringify(question), at);
      this.#file.run(tooMany, chat, topic, TURNS);
    });
  }

  /** The language that a user has chosen; undefined when none is. */
  language(user: number): string | undefined {
    const sql = 'SELECT language FROM languages WHERE "user" = ?';
    return this.#file.column(sql, user)[0] as string | undefined;
  }

  /** Remembers the language that a user has chosen; undefined takes the choice back. */
  setLanguage(user: number, language: string | undefined): void {
    if (language === undefined) this.#file.run('DELETE FROM languages WHERE "user" = ?', user);
    else this.#file.run("INSERT OR REPLACE INTO languages VALUES (?, ?)", user, language);
  }

  /** Keeps an answer; gives back the number it is known by, which no other will ever have. */
  addAnswer(answer: StoredAnswer): number {
    return this.#answers.add(answer, this.#now());
  }

  /** An answer by its number; undefined when it is not remembered any more. */
  answer(id: number): StoredAnswer | undefined {
    return this.#answers.get(id);
  }

  /** The messages that answer the question in a message of a place; none when it has no answer yet. */
  replies({ chat, topic }: Place, questionMessage: number): number[] {
    const sql = "SELECT messages FROM replies WHERE chat = ? AND topic = ? AND question = ?";
    const [messages] = this.#file.column(sql, chat, topic, questionMessage);
    return messages === undefined ? [] : (JSON.parse(messages as string) as number[]);
  }

  /** Remembers which messages answer the question in a message, instead of those before. */
  setReplies({ chat, topic }: Place, questionMessage: number, messageIds: readonly number[]): void {
    const sql = "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?)";
    this.#file.run(sql, chat, topic, questionMessage, JSON.stringify(messageIds), this.#now());
  }

  /** Notes that an answer did not help; false when that is known already or the answer is not. */
  markUnhelpful(answerId: number): boolean {
    return this.#answers.markUnhelpful(answerId, this.#now());
  }

  /** The questions not found or marked as not helped with, each once, the latest first. */
  missed(limit: number): MissedQuestion[] {
    return this.#answers.missed(limit);
  }

  /** How many answers are remembered, and how many of them were of no use. */
  counts(): AnswerCounts {
    return this.#answers.counts();
  }

  /**
   * Forgets a place: nothing that was asked in it can be read back, not from the bytes of the file either.
   * Where another process is reading the file at that moment, its bytes keep it until the next `prune`.
   */
  forget(place: Place): void {
    const { chat, topic } = place;
    this.#file.atomically(() => {
      this.#file.run("DELETE FROM turns WHERE chat = ? AND topic = ?", chat, topic);
      this.#file.run("DELETE FROM replies WHERE chat = ? AND topic = ?", chat, topic);
      this.#answers.forget(place);
    });
    this.#file.wipe();
  }

  /** Forgets what is too old to be of use; for a timer to call. */
  prune(now: number = this.#now()): void {
    this.#file.atomically(() => {
      this.#file.run("DELETE FROM turns WHERE at < ?", now - LONGEST_TURN_MS);
      this.#file.run("DELETE FROM replies WHERE at < ?", now - LONGEST_ANSWER_MS);
      this.#answers.forgetBefore(now - LONGEST_ANSWER_MS);
    });
    this.#file.emptyLog();
  }

  /** Closes the file; nothing can be asked of the store afterwards. */
  close(): void {
    this.#file.close();
  }
}

// Questions are JSON: as text of SQLite's, half a surrogate pair would not come back.
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS turns (
    -- In the order of the questions; an edited one keeps its place.
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    topic INTEGER NOT NULL,
    message INTEGER NOT NULL,
    question TEXT NOT NULL,
    -- Unix time in milliseconds, here and below.
    at INTEGER NOT NULL,
    UNIQUE (chat, topic, message)
  );
  CREATE TABLE IF NOT EXISTS languages (
    "user" INTEGER PRIMARY KEY,
    language TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS replies (
    chat INTEGER NOT NULL,
    topic INTEGER NOT NULL,
    -- The message that the question came in.
    question INTEGER NOT NULL,
    -- The messages that answer it, as JSON.
    messages TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (chat, topic, question)
  ) WITHOUT ROWID;
`;
