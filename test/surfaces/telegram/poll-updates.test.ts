import { Bot, HttpError } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { pollUpdates } from "../../../src/surfaces/telegram/poll-updates.ts";
import { BotApiServer } from "../../helpers/bot-api-server.ts";
import {
  answered,
  type BotUnderTest,
  fakeNewspaper,
  LogRecorder,
  message,
  startBot,
} from "./bot-under-test.ts";

let server: BotApiServer;
let running: BotUnderTest | undefined;

beforeEach(async () => {
  server = await new BotApiServer().listen();
});

afterEach(async () => {
  await running?.bot.stop();
  running = undefined;
  await server.close();
});

const INTERNAL = { code: 500, description: "Internal Server Error" };
const REVOKED = { code: 401, description: "Unauthorized" };
const CONFLICT = { code: 409, description: "Conflict: terminated by other getUpdates request" };

test("an update is confirmed only after it was answered", async () => {
  const confirmedWhileAsked: number[] = [];
  running = await startBot(
    server,
    fakeNewspaper({
      ask: (question) => {
        confirmedWhileAsked.push(server.confirmedBelow);
        return Promise.resolve(answered(question));
      },
    }),
  );
  const first = server.push(message("一"));
  const second = server.push(message("二"));
  await server.waitFor(() => server.confirmedBelow === second + 1);
  expect(confirmedWhileAsked).toEqual([0, first + 1]);
  expect(server.sent).toHaveLength(2);
});

describe("a bad line", () => {
  test("a dropped poll and a server error are told once, and questions are still answered", async () => {
    running = await startBot(server);
    server.fail("getUpdates", "drop", INTERNAL);
    server.push(message("何时召开？"));
    server.push(message("谁出席了？"));
    await server.waitForSent(2);
    expect(running.log.of("warn")).toHaveLength(1);
    expect(running.log.lines.filter((line) => line.includes("answers again"))).toHaveLength(1);
  });

  test("an answer is sent again after a dropped connection and a server error", async () => {
    running = await startBot(server);
    server.fail("sendMessage", "drop", INTERNAL);
    server.push(message("何时召开？"));
    await server.waitForSent(1);
    expect(server.callsOf("sendMessage")).toHaveLength(3);
    expect(running.log.of("error")).toEqual([]);
  });

  test("the token is in no line of the log", async () => {
    running = await startBot(server);
    server.fail("sendChatAction", "drop");
    server.fail("sendMessage", "drop");
    server.fail("getUpdates", "drop");
    server.push(message("何时召开？"));
    await server.waitForSent(1);
    expect(running.log.lines.length).toBeGreaterThan(3);
    expect(running.log.lines.join("\n")).not.toContain(server.token);
    expect(running.log.lines.join("\n")).toContain("/bot<token>/sendMessage");
  });
});

describe("an update whose answer could not be sent", () => {
  test("is fetched again, three times at most, and others follow", async () => {
    const stop = new AbortController();
    const log = new LogRecorder();
    const bot = new Bot(server.token, { client: { apiRoot: server.url } });
    await bot.init();
    const handled: number[] = [];
    const bad = server.push(message("一"));
    const good = server.push(message("二"));
    bot.use((ctx) => {
      handled.push(ctx.update.update_id);
      if (ctx.update.update_id === bad) throw new HttpError("unreachable", new Error("cut"));
      stop.abort();
    });
    await pollUpdates(bot, { apiRoot: server.url, logger: log, stopping: stop.signal });
    expect(handled).toEqual([bad, bad, bad, good]);
    expect(server.unconfirmed).toEqual([]);
    expect(log.of("error")).toEqual([`error Gave up sending an answer {"update":${bad}}`]);
  });
});

describe("a reason to end", () => {
  test("a revoked token ends the polling with what to do", async () => {
    running = await startBot(server);
    await server.waitFor(() => server.callsOf("getUpdates").length === 1);
    server.fail("getUpdates", REVOKED);
    server.push(message("何时召开？"));
    await expect(running.bot.done).rejects.toThrow("TELEGRAM_BOT_TOKEN was refused by http");
    await expect(running.bot.done).rejects.toBeInstanceOf(UserError);
    await running.bot.stop();
  });

  test("another program that keeps polling ends it, and is named as the reason", async () => {
    server.fail("getUpdates", CONFLICT, CONFLICT, CONFLICT);
    running = await startBot(server);
    await expect(running.bot.done).rejects.toThrow(
      /^Another program is reading this bot's messages/,
    );
    await expect(running.bot.done).rejects.toBeInstanceOf(UserError);
  });

  test("another program that polls once does not", async () => {
    running = await startBot(server);
    const { log } = running;
    await server.waitFor(() => server.callsOf("getUpdates").length === 1);
    await fetch(`${server.url}/bot${server.token}/getUpdates`);
    await server.waitFor(() => log.of("warn").length === 1);
    server.push(message("何时召开？"));
    await server.waitForSent(1);
  });
});
