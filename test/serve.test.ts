import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseConfig } from "../src/config.ts";
import { UserError } from "../src/errors.ts";
import { serve } from "../src/serve.ts";
import type { OpenNewspaper } from "../src/surfaces/cli/services.ts";
import { BotApiServer } from "./helpers/bot-api-server.ts";
import { folderWith, temporaryFolder } from "./helpers/temporary-folder.ts";
import { createFakeServices, SUMMARY, type FakeServices } from "./surfaces/cli/fake-services.ts";
import { message } from "./surfaces/telegram/bot-under-test.ts";

let telegram: BotApiServer;
let port: number;
let end: AbortController;
let services: FakeServices;

beforeEach(async () => {
  telegram = await new BotApiServer().listen();
  port = await freePort();
  end = new AbortController();
  services = createFakeServices();
});

afterEach(async () => {
  end.abort();
  await telegram.close();
});

describe("with a token", () => {
  test("the bot answers, the web reader is open, and both are counted", async () => {
    const serving = start();
    telegram.push(message("猫在哪里？"));
    const [sent] = await telegram.waitForSent(1);
    expect(sent?.chatId).toBe(1001);
    expect(sent?.quotes).toEqual(["猫展在东街。", "门票免费。"]);
    expect(await (await visit("/healthz")).json()).toEqual({ status: "ok", articles: 2 });
    const body = JSON.stringify({ question: "fish?" });
    expect((await visit("/api/ask", { method: "POST", body })).status).toBe(200);
    const metrics = await (await visit("/metrics")).text();
    expect(metrics).toMatch(/surface="telegram",status="answered"\} 1\n/);
    expect(metrics).toMatch(/surface="web",status="not_found"\} 1\n/);
    end.abort();
    await serving;
  });

  test("the signal ends both and closes the newspaper once", async () => {
    const serving = start();
    await bothAreUp();
    expect(services.calls).toEqual(["open"]);
    end.abort();
    await expect(serving).resolves.toBeUndefined();
    expect(services.calls).toEqual(["open", "close"]);
    await expect(visit("/healthz")).rejects.toThrow("fetch failed");
    await expectNoMorePolls();
  });

  test("a refused token is told, and the web reader closed", async () => {
    const error = await start({ TELEGRAM_BOT_TOKEN: "99:wrong" }).catch((it: unknown) => it);
    expect(error).toEqual(
      new UserError(
        `TELEGRAM_BOT_TOKEN was refused by ${telegram.url}. Copy it again from @BotFather.`,
      ),
    );
    expect(services.calls).toEqual(["open", "close"]);
    await expect(visit("/healthz")).rejects.toThrow("fetch failed");
  });

  test("a refused token is told while the newspaper is still opening", async () => {
    const opening = new Promise<never>(() => undefined);
    const serving = start({ TELEGRAM_BOT_TOKEN: "99:wrong" }, () => opening);
    await expect(serving).rejects.toThrow("TELEGRAM_BOT_TOKEN was refused");
  });

  test("a port in use is told, and the bot stopped", async () => {
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    await expect(start()).rejects.toThrow(
      new UserError(
        `PORT ${port} is in use on '127.0.0.1'. Stop the program that uses it or set PORT to another number.`,
      ),
    );
    other.close();
    expect(services.calls).toEqual(["open", "close"]);
    await expectNoMorePolls();
  });

  test("a folder for questions that cannot be made is told before anything else is done", async () => {
    const folder = join(folderWith({ "file.txt": "" }), "file.txt", "state");
    const serving = start({ STATE_DIR: folder });
    await expect(serving).rejects.toThrow(
      `Expected a folder for questions in STATE_DIR '${folder}'`,
    );
    await expect(serving).rejects.toBeInstanceOf(UserError);
    expect(services.calls).toEqual([]);
    expect(telegram.calls).toEqual([]);
  });

  test("a newspaper that cannot be opened ends both with its reason", async () => {
    const failed = new UserError("No pages in 'corpus'.");
    await expect(start({}, () => Promise.reject(failed))).rejects.toBe(failed);
    await expectNoMorePolls();
  });
});

describe("while the newspaper is still opening", () => {
  test("the signal ends it at once, and what opens later is closed", async () => {
    const { promise, resolve } = deferred<OpenNewspaper>();
    const serving = start({}, () => promise);
    await telegram.waitFor(() => telegram.callsOf("deleteWebhook").length > 0);
    end.abort();
    await expect(serving).resolves.toBeUndefined();
    resolve(await services.open());
    await expect.poll(() => services.calls).toEqual(["open", "close"]);
  });

  test("no question is taken", async () => {
    const { promise, resolve } = deferred<OpenNewspaper>();
    const serving = start({}, () => promise);
    const update = telegram.push(message("猫在哪里？"));
    await telegram.waitFor(() => telegram.callsOf("deleteWebhook").length > 0);
    expect(telegram.callsOf("getUpdates")).toEqual([]);
    expect(telegram.unconfirmed).toEqual([update]);
    resolve(await services.open());
    await telegram.waitForSent(1);
    end.abort();
    await serving;
  });
});

describe("without a token", () => {
  test("the web reader runs alone, and no folder for questions is made", async () => {
    const folder = join(temporaryFolder(), "state");
    const serving = start({ TELEGRAM_BOT_TOKEN: "", STATE_DIR: folder });
    await expect.poll(() => visit("/healthz").then(({ status }) => status, String)).toBe(200);
    expect(telegram.calls).toEqual([]);
    expect(existsSync(folder)).toBe(false);
    end.abort();
    await serving;
    expect(services.calls).toEqual(["open", "close"]);
  });

  test("a newspaper that cannot be opened ends it", async () => {
    const failed = new UserError("No pages in 'corpus'.");
    const serving = start({ TELEGRAM_BOT_TOKEN: "" }, () => Promise.reject(failed));
    await expect(serving).rejects.toBe(failed);
  });
});

function start(
  settings: Readonly<Record<string, string>> = {},
  openNewspaper = services.open,
): Promise<void> {
  const config = parseConfig({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    PORT: String(port),
    STATE_DIR: temporaryFolder(),
    LOG_LEVEL: "silent",
    ...settings,
  });
  const index = { update: () => Promise.resolve(SUMMARY), open: openNewspaper };
  return serve({ config, version: "0.0.0" }, end.signal, index);
}

async function bothAreUp(): Promise<void> {
  await telegram.waitFor(() => telegram.callsOf("getUpdates").length > 0);
  await expect.poll(() => visit("/healthz").then(({ status }) => status, String)).toBe(200);
}

/** A bot that goes on would ask again within this time, since an update waits for it. */
async function expectNoMorePolls(): Promise<void> {
  const polls = telegram.callsOf("getUpdates").length;
  telegram.push(message("猫在哪里？"));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(telegram.callsOf("getUpdates")).toHaveLength(polls);
  expect(telegram.sent).toEqual([]);
}

function visit(path: string, request?: RequestInit): Promise<Response> {
  const headers = { connection: "close" };
  return fetch(`http://127.0.0.1:${port}${path}`, { ...request, headers });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return free;
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
