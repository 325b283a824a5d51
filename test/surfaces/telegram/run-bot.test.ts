import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { runBot } from "../../../src/surfaces/telegram/run-bot.ts";
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

const settingsFor = (token: string, apiRoot = server.url) => ({
  token,
  apiRoot,
  defaultLanguage: "en",
});

describe("starting", () => {
  test("the bot knows its name, puts up its menu in both languages and takes over from a webhook", async () => {
    running = await startBot(server);
    expect(running.bot.username).toBe("baowen_test_bot");
    expect(server.callsOf("deleteWebhook")).toHaveLength(1);
    const languages = server.callsOf("setMyCommands").map((call) => call.payload["language_code"]);
    expect(languages).toEqual([undefined, "zh", "en"]);
  });

  test.each([404, 501])(
    "a Bot API server that knows no webhooks and no menus (%i) can still be polled",
    async (code) => {
      const refusal = { code, description: "Not Found: method not found" };
      server.fail("deleteWebhook", refusal);
      server.fail("setMyCommands", refusal);
      running = await startBot(server);
      server.push(message("when?"));
      await server.waitForSent(1);
      expect(server.callsOf("deleteWebhook")).toHaveLength(1);
    },
  );

  test("a token that Telegram does not know ends the start with what to do", async () => {
    const log = new LogRecorder();
    const start = runBot(settingsFor("99:wrong"), { newspaper: fakeNewspaper(), logger: log });
    await expect(start).rejects.toThrow(
      new UserError(
        `TELEGRAM_BOT_TOKEN was refused by ${server.url}. Copy it again from @BotFather.`,
      ),
    );
    await expect(start).rejects.toBeInstanceOf(UserError);
    expect(server.calls).toHaveLength(1);
  });

  test("a wrong token is told while the newspaper is still opening", async () => {
    const opening = new Promise<never>(() => undefined);
    const dependencies = { newspaper: opening, logger: new LogRecorder() };
    await expect(runBot(settingsFor("99:wrong"), dependencies)).rejects.toBeInstanceOf(UserError);
  });

  test("a newspaper that cannot be opened ends the start, also without network", async () => {
    const { url } = server;
    await server.close();
    const opening = Promise.reject(new UserError("No index in 'index'."));
    const dependencies = { newspaper: opening, logger: new LogRecorder() };
    const start = runBot(settingsFor(server.token, url), dependencies);
    await expect(start).rejects.toThrow("No index in 'index'.");
    server = await new BotApiServer().listen();
  });

  test("something that cannot be a token is refused before anything is sent, and not shown", async () => {
    const dependencies = { newspaper: fakeNewspaper(), logger: new LogRecorder() };
    const error = await runBot(settingsFor("secret words"), dependencies).catch(String);
    expect(error).toMatch(/^UserError: TELEGRAM_BOT_TOKEN is not a bot token/);
    expect(error).not.toContain("secret");
    expect(server.calls).toHaveLength(0);
  });

  test("a menu that cannot be set is only a warning", async () => {
    server.fail("setMyCommands", { code: 400, description: "Bad Request: BOT_COMMAND_INVALID" });
    running = await startBot(server);
    expect(running.log.of("warn")).toHaveLength(1);
    server.push(message("何时召开？"));
    await server.waitForSent(1);
  });

  test("a trailing slash in the address of the server does no harm", async () => {
    const dependencies = { newspaper: fakeNewspaper(), logger: new LogRecorder() };
    const bot = await runBot(settingsFor(server.token, `${server.url}/`), dependencies);
    await bot.stop();
  });
});

describe("without network", () => {
  test("the start waits, says so once, and says once that Telegram is back", async () => {
    const { port, url } = server;
    await server.close();
    const log = new LogRecorder();
    const start = runBot(settingsFor(server.token, url), {
      newspaper: fakeNewspaper(),
      logger: log,
    });
    await expect.poll(() => log.of("warn").length).toBe(1);
    server = await new BotApiServer().listen(port);
    running = { bot: await start, log };
    expect(log.of("warn")).toHaveLength(1);
    expect(log.of("warn")[0]).toContain("ECONNREFUSED");
    expect(log.lines.filter((line) => line.includes("answers again"))).toHaveLength(1);
    expect(log.lines.join("\n")).not.toContain(server.token);
  });

  test("an abort ends the waiting at once", async () => {
    const { url } = server;
    await server.close();
    const log = new LogRecorder();
    const abort = new AbortController();
    const dependencies = { newspaper: fakeNewspaper(), logger: log };
    const start = runBot(settingsFor(server.token, url), dependencies, abort.signal);
    await expect.poll(() => log.of("warn").length).toBe(1);
    const aborted = performance.now();
    abort.abort();
    await expect(start).rejects.toThrow("aborted");
    expect(performance.now() - aborted).toBeLessThan(200);
    server = await new BotApiServer().listen();
  });
});

describe("stopping", () => {
  test("the question in hand is answered and confirmed, the next ones wait for the next start", async () => {
    const { newspaper, release, asked } = slowNewspaper();
    running = await startBot(server, newspaper);
    const first = server.push(message("第一个问题"));
    const second = server.push(message("第二个问题"));
    await server.waitFor(() => asked.length === 1);
    const stopped = running.bot.stop();
    expect(server.unconfirmed).toEqual([first, second]);
    release();
    await stopped;
    await running.bot.done;
    expect(server.sent).toHaveLength(1);
    expect(server.confirmedBelow).toBe(first + 1);
    expect(server.unconfirmed).toEqual([second]);

    running = await startBot(server);
    await server.waitForSent(2);
  });

  test("an idle bot stops at once", async () => {
    running = await startBot(server);
    await server.waitFor(() => server.callsOf("getUpdates").length === 1);
    await running.bot.stop();
    await running.bot.stop();
    await expect(running.bot.done).resolves.toBeUndefined();
  });

  test("an answer that is on its way is waited for and confirmed", async () => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    running = await startBot(server);
    server.fail("sendMessage", { until });
    const update = server.push(message("问题"));
    await server.waitFor(() => server.callsOf("sendMessage").length === 1);
    const stopped = running.bot.stop();
    release();
    await stopped;
    expect(server.sent).toHaveLength(1);
    expect(server.confirmedBelow).toBe(update + 1);
  });

  test("the wait before another try is cut short, and the question left for the next start", async () => {
    running = await startBot(server);
    const { log } = running;
    server.fail("sendMessage", "drop", "drop", "drop", "drop", "drop", "drop");
    const update = server.push(message("问题"));
    await server.waitFor(() => server.callsOf("sendMessage").length === 2);
    await running.bot.stop();
    expect(server.sent).toHaveLength(0);
    expect(server.unconfirmed).toEqual([update]);
    expect(log.of("error")).toEqual([]);
  });

  test("an answer that cannot be sent while stopping is not confirmed", async () => {
    const { newspaper, release, asked } = slowNewspaper();
    running = await startBot(server, newspaper);
    const update = server.push(message("问题"));
    await server.waitFor(() => asked.length === 1);
    server.fail("sendMessage", "drop");
    const stopped = running.bot.stop();
    release();
    await stopped;
    expect(server.sent).toHaveLength(0);
    expect(server.unconfirmed).toEqual([update]);
  });

  test("the signal that ended the waiting at the start stops the bot later", async () => {
    const abort = new AbortController();
    const dependencies = { newspaper: fakeNewspaper(), logger: new LogRecorder() };
    const bot = await runBot(settingsFor(server.token), dependencies, abort.signal);
    abort.abort();
    await expect(bot.done).resolves.toBeUndefined();
  });
});

function slowNewspaper() {
  const asked: string[] = [];
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const newspaper = fakeNewspaper({
    ask: async (question) => {
      asked.push(question);
      await released;
      return answered(question);
    },
  });
  return { newspaper, asked, release };
}
