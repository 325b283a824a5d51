import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { openBotState } from "../../../src/surfaces/telegram/bot-state.ts";
import {
  type BotDependencies,
  type RunningBot,
  runBot,
} from "../../../src/surfaces/telegram/run-bot.ts";
import { BotApiServer } from "../../helpers/bot-api-server.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import {
  type BotUnderTest,
  fakeNewspaper,
  LogRecorder,
  message,
  NOTHING_TO_EDIT,
  settingsFor,
  slowNewspaper,
  startBot,
} from "./bot-under-test.ts";
import { gate, until } from "./inbox/inbox-under-test.ts";

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

describe("starting", () => {
  test("the bot knows its name, puts up its menus for readers and operators, and takes over from a webhook", async () => {
    running = await startBot(server);
    expect(running.bot.username).toBe("baowen_test_bot");
    expect(server.callsOf("deleteWebhook")).toHaveLength(1);
    const menus = server.callsOf("setMyCommands").map(({ payload }) => payload);
    expect(menus.map((menu) => menu["language_code"] ?? menu["scope"])).toEqual([
      ...[undefined, "zh", "en"],
      { type: "chat", chat_id: 4242 },
    ]);
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
    const starting = start({ token: "99:wrong", url: server.url });
    await expect(starting).rejects.toThrow(
      new UserError(
        `TELEGRAM_BOT_TOKEN was refused by ${server.url}. Copy it again from @BotFather.`,
      ),
    );
    await expect(starting).rejects.toBeInstanceOf(UserError);
    expect(server.calls).toHaveLength(1);
  });

  test("a wrong token is told while the newspaper is still opening", async () => {
    const newspaper = new Promise<never>(() => undefined);
    const starting = start({ token: "99:wrong", url: server.url }, { newspaper });
    await expect(starting).rejects.toBeInstanceOf(UserError);
  });

  test("a newspaper that cannot be opened ends the start, also without network", async () => {
    const newspaper = Promise.reject(new UserError("No index in 'index'."));
    const starting = start(await nowhere(), { newspaper });
    await expect(starting).rejects.toThrow("No index in 'index'.");
  });

  test("something that cannot be a token is refused before anything is sent, and not shown", async () => {
    const error = await start({ token: "secret words", url: server.url }).catch(String);
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
});

describe("without network", () => {
  test("the start waits, says so once, and says once that Telegram is back", async () => {
    const { port, token, url } = server;
    await server.close();
    const log = new LogRecorder();
    const starting = start({ token, url }, { logger: log });
    await until(() => log.of("warn").length === 1);
    server = await new BotApiServer().listen(port);
    const bot = await starting;
    expect(log.of("warn")).toHaveLength(1);
    expect(log.of("warn")[0]).toContain("ECONNREFUSED");
    expect(log.lines.filter((line) => line.includes("answers again"))).toHaveLength(1);
    expect(log.lines.join("\n")).not.toContain(server.token);
    await bot.stop();
  });

  test("an abort ends the waiting at once", async () => {
    const log = new LogRecorder();
    const abort = new AbortController();
    const starting = start(await nowhere(), { logger: log }, abort.signal);
    await until(() => log.of("warn").length === 1);
    const aborted = performance.now();
    abort.abort();
    await expect(starting).rejects.toThrow("aborted");
    expect(performance.now() - aborted).toBeLessThan(200);
  });
});

describe("stopping", () => {
  test("the question in hand is answered, the next ones wait for the next start", async () => {
    const { newspaper, release, asked } = slowNewspaper();
    running = await startBot(server, newspaper);
    server.push(message("第一个问题"));
    server.push(message("第二个问题"));
    await until(() => asked.length === 1);
    await server.waitFor(() => server.unconfirmed.length === 0);
    const stopped = running.bot.stop();
    release();
    await stopped;
    await running.bot.done;
    expect(server.sent).toHaveLength(1);
    expect(asked).toEqual(["第一个问题"]);

    await goOn();
    await server.waitForSent(2);
  });

  test("an idle bot stops at once, and may be stopped again", async () => {
    running = await startBot(server);
    await server.waitFor(() => server.callsOf("getUpdates").length === 1);
    await running.bot.stop();
    await running.bot.stop();
    await expect(running.bot.done).resolves.toBeUndefined();
  });

  test("an answer that is on its way is waited for, and not given again", async () => {
    const { passed, open } = gate();
    running = await startBot(server);
    server.fail("sendMessage", { until: passed });
    server.push(message("问题"));
    await server.waitFor(() => server.callsOf("sendMessage").length === 1);
    const stopped = running.bot.stop();
    open();
    await stopped;
    expect(server.sent).toHaveLength(1);

    await goOn();
    await said("/help");
    expect(server.sent).toHaveLength(2);
  });

  test("the wait before another try is cut short, and the question left for the next start", async () => {
    running = await startBot(server);
    server.fail("sendMessage", "drop", "drop", "drop", "drop", "drop", "drop");
    server.push(message("问题"));
    await server.waitFor(() => server.callsOf("sendMessage").length === 2);
    await running.bot.stop();
    expect(server.sent).toHaveLength(0);
    expect(running.log.of("error")).toEqual([]);

    server.heal("sendMessage");
    await goOn();
    await server.waitForSent(1);
  });

  test("an answer that cannot be sent while stopping is sent after the next start", async () => {
    const { newspaper, release, asked } = slowNewspaper();
    running = await startBot(server, newspaper);
    server.push(message("问题"));
    await until(() => asked.length === 1);
    server.fail("sendMessage", "drop");
    const stopped = running.bot.stop();
    release();
    await stopped;
    expect(server.sent).toHaveLength(0);

    await goOn();
    await server.waitForSent(1);
  });

  test("the signal that ended the waiting at the start stops the bot later", async () => {
    const abort = new AbortController();
    const bot = await start(server, {}, abort.signal);
    abort.abort();
    await expect(bot.done).resolves.toBeUndefined();
  });
});

describe("a reason to end", () => {
  test("a token that is revoked meanwhile ends the bot, but not before it has answered what is in hand", async () => {
    const { newspaper, release, asked } = slowNewspaper();
    running = await startBot(server, newspaper);
    server.push(message("问题"));
    await until(() => asked.length === 1);
    await server.waitFor(() => server.unconfirmed.length === 0);
    server.fail("getUpdates", { code: 401, description: "Unauthorized" });
    server.endPoll();
    await server.waitFor(() => server.callsOf("getUpdates").length === 3);
    release();
    await expect(running.bot.done).rejects.toThrow("TELEGRAM_BOT_TOKEN was refused by http");
    expect(server.sent).toHaveLength(1);
  });

  test("a disk that breaks ends the bot, and nothing more is fetched", async () => {
    running = await startBot(server);
    await server.waitFor(() => server.callsOf("getUpdates").length === 1);
    running.state.inbox.close();
    const update = server.push(message("问题"));
    await expect(running.bot.done).rejects.toThrow("The database connection is not open");
    expect(server.unconfirmed).toEqual([update]);
    expect(server.callsOf("getUpdates")).toHaveLength(1);
  });
});

/** Starts the next bot on the state of the one that was stopped. */
async function goOn(): Promise<void> {
  running = await startBot(server, fakeNewspaper(), { stateDir: running?.stateDir ?? "" });
}

async function said(text: string): Promise<void> {
  const before = server.sent.length;
  server.push(message(text));
  await server.waitForSent(before + 1);
}

/** A server that is not there. */
async function nowhere(): Promise<Pick<BotApiServer, "token" | "url">> {
  const other = await new BotApiServer().listen();
  const { token, url } = other;
  await other.close();
  return { token, url };
}

/** Starts a bot on a state that nobody looks at. */
function start(
  at: Pick<BotApiServer, "token" | "url">,
  changes: Partial<BotDependencies> = {},
  signal?: AbortSignal,
): Promise<RunningBot> {
  const logger = new LogRecorder();
  const state = openBotState(temporaryFolder(), logger);
  onTestFinished(() => {
    state.close();
  });
  const dependencies: BotDependencies = {
    ...{ newspaper: fakeNewspaper(), editing: NOTHING_TO_EDIT, version: "0.0.0" },
    ...{ state, logger, ...changes },
  };
  return runBot(settingsFor(at), dependencies, signal);
}
