import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { Api, BotError, Context, GrammyError, HttpError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { describe, expect, onTestFinished, test } from "vitest";
import { type BotState, openBotState } from "../../../src/surfaces/telegram/bot-state.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { LogRecorder } from "./bot-under-test.ts";
import { until, update, work } from "./inbox/inbox-under-test.ts";

const SECRET_WORDS = "问题 501";

describe("what becomes of an update when its handler fails", () => {
  test.each<[string, Error, object]>([
    ["blocked by the reader", refusal(403, "Forbidden: bot was blocked by the user"), done()],
    ["put out of the group", refusal(403, "Forbidden: bot was kicked from the group"), done()],
    ["not allowed to speak", refusal(400, "Bad Request: not enough rights to send"), done()],
    ["too late for a button", refusal(400, "Bad Request: query is too old"), done()],
    ["no line", new HttpError("Network request failed", new Error("ECONNRESET")), waits(0)],
    ["an ill Telegram", refusal(502, "Bad Gateway"), waits(0)],
    ["a refused message", refusal(400, "Bad Request: message is too long"), waits(1)],
    ["a bug", new TypeError("x is not a function"), waits(1)],
  ])("%s", async (_, error, expected) => {
    for (const thrown of [error, wrapped(error)]) {
      const { state, row } = openState();
      state.inbox.store([update(501)]);
      let tries = 0;
      work(state.inbox, () => {
        tries += 1;
        return Promise.reject(thrown);
      });
      await until(() => tries === 1 && row().isTouched);
      expect(row()).toMatchObject(expected);
    }
  });
});

test("an update that fails five times is given up, with the reason in the log and none of its words", async () => {
  const { state, log, letTimePass } = openState();
  state.inbox.store([update(501)]);
  let tries = 0;
  work(state.inbox, () => {
    tries += 1;
    return Promise.reject(wrapped(new Error(`Try ${tries} failed.`)));
  });
  await until(() => {
    letTimePass();
    return state.inbox.parked().length === 1;
  });
  expect(tries).toBe(5);
  expect(state.inbox.depth).toBe(0);
  expect(state.inbox.parked()).toEqual([{ updateId: 501, lane: "1", reason: "Try 5 failed." }]);
  expect(log.lines).toEqual([
    'error An update is given up; /status lists it {"update":501,"reason":"Try 5 failed."}',
  ]);
  expect(log.lines.join("")).not.toContain(SECRET_WORDS);
});

test("what was done loses its words on disk, and what was given up keeps them to be looked at", async () => {
  const { state, row, letTimePass } = openState();
  state.inbox.store([update(501)]);
  expect(row().body).toContain(SECRET_WORDS);
  work(state.inbox, () => Promise.reject(new Error("broken")));
  await until(() => {
    letTimePass();
    return state.inbox.parked().length === 1;
  });
  expect(row().body).toContain(SECRET_WORDS);
  const other = openState();
  other.state.inbox.store([update(501)]);
  work(other.state.inbox, () => Promise.resolve());
  await until(() => other.state.inbox.depth === 0);
  expect(other.row().body).toBeNull();
});

interface Row {
  readonly state: string;
  readonly failures: number;
  readonly body: string | null;
  /** Whether it is not as it was stored any more. */
  readonly isTouched: boolean;
}

function openState(): {
  state: BotState;
  log: LogRecorder;
  row: () => Row;
  letTimePass: () => void;
} {
  const folder = temporaryFolder();
  const log = new LogRecorder();
  const state = openBotState(folder, log);
  const other = new SqliteDatabase(join(folder, "inbox.db"));
  onTestFinished(() => {
    other.close();
    state.close();
  });
  const sql = `SELECT state, failures, body, "after" > 0 OR state <> 'waiting' AS isTouched FROM updates`;
  const row = (): Row => {
    const found = other.prepare(sql).get() as Omit<Row, "isTouched"> & { isTouched: number };
    return { ...found, isTouched: found.isTouched === 1 };
  };
  const letTimePass = (): void => {
    other.exec(`UPDATE updates SET "after" = 0 WHERE state = 'waiting'`);
    // It is not new, but the inbox looks what is due.
    state.inbox.store([update(501)]);
  };
  return { state, log, row, letTimePass };
}

function refusal(code: number, description: string): GrammyError {
  const response = { ok: false as const, error_code: code, description };
  return new GrammyError("Call to 'sendMessage' failed!", response, "sendMessage", {});
}

/** As an error of the bot's middleware comes. */
function wrapped(error: unknown): BotError {
  const ctx = new Context(update(501), new Api("1:token"), {} as UserFromGetMe);
  return new BotError(error, ctx);
}

function done(): object {
  return { state: "done", failures: 0 };
}

function waits(failures: number): object {
  return { state: "waiting", failures };
}
