import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { Bot, type Context } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBotState, type BotState } from "../../../src/surfaces/telegram/bot-state.ts";
import { handleUpdates } from "../../../src/surfaces/telegram/handle-updates.ts";
import { makePatient } from "../../../src/surfaces/telegram/wire/patient-api.ts";
import { BotApiServer } from "../../helpers/bot-api-server.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { LogRecorder, messageIn } from "./bot-under-test.ts";
import { gate, until } from "./inbox/inbox-under-test.ts";

let server: BotApiServer;
let log: LogRecorder;
let folder: string;
let life: Life;

/** A bot that says what it is told, with its state, until it is stopped. */
interface Life {
  readonly state: BotState;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

beforeEach(async () => {
  server = await new BotApiServer().listen();
  log = new LogRecorder();
  folder = temporaryFolder();
});

afterEach(async () => {
  await life.stop();
  life.state.close();
  await server.close();
});

test("several chats are answered at once, and one message after the other in each", async () => {
  const { passed, open } = gate();
  begin(async (ctx) => {
    if (ctx.msg?.text === "慢") await passed;
    await echo(ctx);
  });
  store([501, 1, "慢"], [502, 1, "再问"], [503, 2, "快"]);
  await server.waitForSent(1);
  open();
  await server.waitForSent(3);
  expect(texts()).toEqual(["快", "慢", "再问"]);
});

describe("a bad line", () => {
  test("an answer is sent again after a dropped connection and a server error", async () => {
    begin(echo);
    server.fail("sendMessage", "drop", { code: 500, description: "Internal Server Error" });
    store([501, 1, "一"]);
    await server.waitForSent(1);
    await until(() => life.state.inbox.depth === 0);
    expect(server.callsOf("sendMessage")).toHaveLength(3);
    expect(log.of("error")).toEqual([]);
  });

  test("the token is in no line of the log", async () => {
    begin(echo);
    server.fail("sendMessage", "drop");
    store([501, 1, "一"]);
    await server.waitForSent(1);
    expect(log.lines.join("\n")).not.toContain(server.token);
    expect(log.lines.join("\n")).toContain("/bot<token>/sendMessage");
  });
});

describe("what Telegram refuses", () => {
  test("a limit that lasts longer than a few seconds is left to the inbox, and holds up no other chat", async () => {
    begin(async (ctx) => {
      await echo(ctx);
      await ctx.reply("还有");
    });
    server.fail("sendMessage", { until: Promise.resolve() }, tooMany(60));
    store([501, 1, "一"]);
    await until(() => server.callsOf("sendMessage").length === 2);
    store([502, 2, "二"]);
    await server.waitForSent(3);
    expect(texts()).toEqual(["一", "二", "还有"]);
    await until(() => life.state.inbox.depth === 1);
    expect(life.state.inbox.parked()).toEqual([]);
    expect(log.of("error")).toEqual([]);
  });

  test("what was sent before such a limit is not sent again after it", async () => {
    const both = async (ctx: Context): Promise<void> => {
      await echo(ctx);
      await ctx.reply("还有");
    };
    begin(both);
    server.fail("sendMessage", { until: Promise.resolve() }, tooMany(60));
    store([501, 1, "一"]);
    await server.waitFor(() => server.callsOf("sendMessage").length === 2);
    await life.stop();
    life.state.close();
    letTimePass();
    begin(both);
    await server.waitForSent(2);
    expect(texts()).toEqual(["一", "还有"]);
  });

  test("an answer that is refused again and again is given up with the reason, and the chat goes on", async () => {
    begin(echo);
    const tooLong = { code: 400, description: "Bad Request: message is too long" };
    server.fail("sendMessage", tooLong, tooLong, tooLong, tooLong, tooLong);
    store([501, 1, "秘密问题"], [502, 1, "二"]);
    await until(() => {
      letTimePass();
      // Delivered again, it is not new, but the inbox looks what is due.
      store([501, 1, "秘密问题"]);
      return server.sent.length === 1;
    });
    expect(texts()).toEqual(["二"]);
    expect(server.callsOf("sendMessage")).toHaveLength(6);
    expect(log.of("error")).toHaveLength(1);
    expect(log.of("error")[0]).toContain('"update":501');
    expect(log.of("error")[0]).toContain("message is too long");
    expect(log.lines.join("\n")).not.toContain("秘密问题");
  });

  test("a reader who has blocked the bot makes no noise, and the next question is answered", async () => {
    begin(echo);
    server.fail("sendMessage", {
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    store([501, 1, "一"], [502, 1, "二"]);
    await server.waitForSent(1);
    await until(() => life.state.inbox.depth === 0);
    expect(texts()).toEqual(["二"]);
    expect(life.state.inbox.parked()).toEqual([]);
    expect(log.lines).toEqual([]);
  });
});

describe("stopping", () => {
  test("finishes what is in hand, and leaves the rest to the next start", async () => {
    const { passed, open } = gate();
    let started = 0;
    begin(async (ctx) => {
      started += 1;
      await passed;
      await echo(ctx);
    });
    store([501, 1, "一"], [502, 1, "二"]);
    await until(() => started === 1);
    const stopped = life.stop();
    open();
    await stopped;
    expect(texts()).toEqual(["一"]);
    life.state.close();

    begin(echo);
    await server.waitForSent(2);
    expect(texts()).toEqual(["一", "二"]);
  });

  test("cuts the wait before another try short; that is no failure, and the next start tries at once", async () => {
    begin(echo);
    store([501, 1, "一"]);
    for (let stops = 1; stops <= 6; stops += 1) {
      server.fail("sendMessage", "drop", "drop", "drop", "drop", "drop");
      const calls = server.callsOf("sendMessage").length;
      await server.waitFor(() => server.callsOf("sendMessage").length > calls);
      await life.stop();
      life.state.close();
      server.heal("sendMessage");
      begin(echo);
    }
    await server.waitForSent(1);
    await until(() => life.state.inbox.depth === 0);
    expect(life.state.inbox.parked()).toEqual([]);
    expect(log.of("error")).toEqual([]);
  });

  test("before the start handles nothing", async () => {
    begin(echo, AbortSignal.abort());
    store([501, 1, "一"]);
    await life.ended;
    expect(server.calls).toEqual([]);
    expect(life.state.inbox.depth).toBe(1);
  });
});

test("a disk that breaks ends the handling with the reason", async () => {
  begin(() => {
    life.state.close();
    return Promise.resolve();
  });
  store([501, 1, "一"]);
  await expect(life.ended).rejects.toThrow("The database connection is not open");
});

/** Starts a bot with a handler on the state in the folder. */
function begin(handle: (ctx: Context) => Promise<unknown>, signal?: AbortSignal): void {
  const { token, url: apiRoot } = server;
  const stop = new AbortController();
  const stopping = AbortSignal.any([stop.signal, ...(signal === undefined ? [] : [signal])]);
  const state = openBotState(folder, log);
  const bot = new Bot(token, { client: { apiRoot }, botInfo: {} as UserFromGetMe });
  makePatient(bot.api, { token, inbox: state.inbox, logger: log, stopping });
  bot.use(handle);
  const ended = handleUpdates(bot, state.inbox, stopping);
  ended.catch(() => undefined);
  const end = async (): Promise<void> => {
    stop.abort();
    await ended.catch(() => undefined);
  };
  life = { state, ended, stop: end };
}

/** As if all that waits for a time had waited long enough. */
function letTimePass(): void {
  const database = new SqliteDatabase(join(folder, "inbox.db"));
  database.exec(`UPDATE updates SET "after" = 0`);
  database.close();
}

async function echo(ctx: Context): Promise<void> {
  await ctx.reply(ctx.msg?.text ?? "");
}

function store(...messages: [id: number, chat: number, text: string][]): void {
  const updates = messages.map(
    ([id, chat, text]) => ({ update_id: id, ...messageIn(chat, text) }) as Update,
  );
  life.state.inbox.store(updates);
}

function texts(): string[] {
  return server.sent.map(({ text }) => text);
}

function tooMany(retryAfter: number) {
  return { code: 429, description: "Too Many Requests", retryAfter };
}
