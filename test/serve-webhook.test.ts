import { readdirSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { Newspaper } from "../src/answer/newspaper.ts";
import type { ServedIndex } from "../src/surfaces/cli/services.ts";
import { type Service, type ServiceSetting, startService } from "./serve-under-test.ts";
import { createFakeServices, SUMMARY } from "./surfaces/cli/fake-services.ts";
import { message, slowNewspaper } from "./surfaces/telegram/bot-under-test.ts";
import { until } from "./surfaces/telegram/inbox/inbox-under-test.ts";

const SECRET = "a-secret-that-nobody-knows";
const PATH = "/telegram/x7Kq";

describe("with a webhook", () => {
  test("Telegram is told where to post to, posts, and the bot answers without ever polling", async () => {
    const { telegram, port } = await startWithWebhook();
    telegram.push(message("猫在哪里？"));
    const [answer] = await telegram.waitForSent(1);
    expect(answer?.quotes).toEqual(["猫展在东街。", "门票免费。"]);
    expect(telegram.callsOf("setWebhook").map(({ payload }) => payload)).toEqual([
      {
        url: `http://127.0.0.1:${port}${PATH}`,
        secret_token: SECRET,
        allowed_updates: [
          ...["message", "edited_message", "callback_query", "inline_query", "my_chat_member"],
        ],
      },
    ]);
    expect(telegram.callsOf("getUpdates")).toEqual([]);
    expect(telegram.posted.at(-1)).toBe(200);
  });

  test.each([undefined, "", "a-secret-that-nobody-know", `${SECRET}s`])(
    "whoever posts with the secret %j is told nothing but 401, and nothing is done",
    async (secret) => {
      const service = await startWithWebhook();
      const response = await post(service, update(900), { secret });
      expect(response.status).toBe(401);
      expect(await response.text()).toBe("");
      await expectNothingDone(service);
    },
  );

  test("more than a mebibyte is 413, and nothing is done", async () => {
    const service = await startWithWebhook();
    const large = { ...update(900), padding: "x".repeat(1024 * 1024) };
    expect((await post(service, large)).status).toBe(413);
    await expectNothingDone(service);
  });

  test.each(["", "何时？", "{", "null", "[]", '{"update_id":"900"}', '{"message":{}}'])(
    "garbage such as %j is 400, and nothing is done",
    async (body) => {
      const service = await startWithWebhook();
      expect((await post(service, body)).status).toBe(400);
      await expectNothingDone(service);
    },
  );

  test("an update of a kind that the bot has no answer to is 200, and done", async () => {
    const service = await startWithWebhook();
    expect((await post(service, { update_id: 900, poll: { id: "1" } })).status).toBe(200);
    await expectNothingDone(service);
  });

  test("what got 200 is on disk, before it is answered", async () => {
    const { newspaper, asked, release } = slowNewspaper();
    const service = await startWithWebhook({ ask: newspaper.ask });
    expect((await post(service, update(900))).status).toBe(200);
    expect(stored(service)).toEqual([{ id: 900, state: "waiting" }]);
    await until(() => asked.length === 1);
    expect(service.telegram.sent).toEqual([]);
    release();
    await service.telegram.waitForSent(1);
    await until(() => stored(service).every(({ state }) => state === "done"));
  });

  test("an update that is posted twice is answered once, while it waits and when it is done", async () => {
    const { newspaper, asked, release } = slowNewspaper();
    const service = await startWithWebhook({ ask: newspaper.ask });
    const posted = await Promise.all([1, 2, 3].map(() => post(service, update(900))));
    expect(posted.map(({ status }) => status)).toEqual([200, 200, 200]);
    await until(() => asked.length === 1);
    release();
    await service.telegram.waitForSent(1);
    await until(() => stored(service).every(({ state }) => state === "done"));
    expect((await post(service, update(900))).status).toBe(200);
    expect((await post(service, update(901))).status).toBe(200);
    await service.telegram.waitForSent(2);
    expect(asked).toHaveLength(2);
  });

  test("what waits when the service stops is answered after the next start, and posted once", async () => {
    const { newspaper, asked, release } = slowNewspaper();
    const first = await startWithWebhook({ ask: newspaper.ask });
    const { telegram, stateDir } = first;
    telegram.push(message("一？"));
    telegram.push(message("二？"));
    await until(() => asked.length === 1 && telegram.unconfirmed.length === 0);
    const stopped = first.stop();
    release();
    await stopped;
    expect(telegram.sent).toHaveLength(1);
    const posted = telegram.posted.length;
    await startWithWebhook({}, { telegram, settings: () => ({ STATE_DIR: stateDir }) });
    await telegram.waitForSent(2);
    expect(telegram.posted).toHaveLength(posted);
  });

  test("the web reader goes on beside it, and its address is none of the reader's", async () => {
    const service = await startWithWebhook();
    await until(() => service.telegram.callsOf("setWebhook").length === 1);
    await expect.poll(() => service.visit("/healthz").then((it) => it.status, String)).toBe(200);
    expect((await service.visit(PATH)).status).toBe(404);
    expect((await service.visit(`${PATH}/x`, { method: "POST" })).status).toBe(404);
  });
});

test("without a webhook its address takes nothing, and one that was set is taken away", async () => {
  const { telegram, visit } = await startService(indexOf());
  telegram.push(message("猫在哪里？"));
  await telegram.waitForSent(1);
  expect(telegram.callsOf("deleteWebhook")).toHaveLength(1);
  const headers = { "X-Telegram-Bot-Api-Secret-Token": SECRET };
  const response = await visit(PATH, { method: "POST", headers, body: "{}" });
  expect(response.status).toBe(404);
});

/** A service that Telegram posts to, and that has been told so. */
async function startWithWebhook(
  changes: Partial<Newspaper> = {},
  { telegram, settings = () => ({}) }: ServiceSetting = {},
): Promise<Service> {
  const service = await startService(indexOf(changes), {
    ...(telegram === undefined ? {} : { telegram }),
    settings: (port) => ({
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}${PATH}`,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      ...settings(port),
    }),
  });
  await expect.poll(() => service.visit("/healthz").then((it) => it.status, String)).toBe(200);
  return service;
}

function indexOf(changes: Partial<Newspaper> = {}): ServedIndex {
  const services = createFakeServices();
  const open = async () => {
    const opened = await services.open();
    return { ...opened, newspaper: { ...opened.newspaper, ...changes } };
  };
  return { update: () => Promise.resolve(SUMMARY), open };
}

function update(id: number): object {
  return { update_id: id, ...message("猫在哪里？") };
}

function post(
  { visit }: Service,
  body: unknown,
  { secret }: { readonly secret?: string | undefined } = { secret: SECRET },
): Promise<Response> {
  const proof = secret === undefined ? {} : { "X-Telegram-Bot-Api-Secret-Token": secret };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return visit(PATH, { method: "POST", headers: { ...proof }, body: text });
}

/** The next update is the first that anything is said to. */
async function expectNothingDone(service: Service): Promise<void> {
  expect((await post(service, update(999))).status).toBe(200);
  await service.telegram.waitForSent(1);
  await until(() => stored(service).every(({ state }) => state === "done"));
  expect(service.telegram.sent).toHaveLength(1);
}

/** The updates on disk. */
function stored({ stateDir }: Service): { id: number; state: string }[] {
  const [folder = ""] = readdirSync(stateDir);
  const database = new SqliteDatabase(join(stateDir, folder, "inbox.db"), { readonly: true });
  try {
    return database.prepare("SELECT id, state FROM updates ORDER BY id").all() as {
      id: number;
      state: string;
    }[];
  } finally {
    database.close();
  }
}
