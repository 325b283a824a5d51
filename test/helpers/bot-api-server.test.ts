import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api, GrammyError } from "grammy";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { BotApiServer } from "./bot-api-server.ts";

let server: BotApiServer;
let api: Api;

beforeEach(async () => {
  server = await new BotApiServer().listen();
  api = new Api(server.token, { apiRoot: server.url });
});

afterEach(() => server.close());

const KEYBOARD = { inline_keyboard: [[{ text: "一", callback_data: "x" }]] };

describe("a message", () => {
  test("has a number of its own, under which it can be rewritten and deleted", async () => {
    const first = await api.sendMessage(1, "一");
    const second = await api.sendMessage(1, "二");
    expect(second.message_id).toBeGreaterThan(first.message_id);
    await api.editMessageText(1, first.message_id, "三");
    expect(server.sent.map(({ messageId, text }) => [messageId, text])).toEqual([
      [first.message_id, "一"],
      [second.message_id, "二"],
      [first.message_id, "三"],
    ]);
    await api.deleteMessage(1, first.message_id);
    await refused(api.deleteMessage(1, first.message_id), "message to delete not found");
    await refused(api.editMessageText(1, first.message_id, "四"), "message to edit not found");
  });

  test("cannot be rewritten from another chat, nor with what it says already", async () => {
    const { message_id: id } = await api.sendMessage(1, "一", { reply_markup: KEYBOARD });
    await refused(api.editMessageText(2, id, "二"), "message to edit not found");
    const same = { reply_markup: KEYBOARD };
    await refused(api.editMessageText(1, id, "一", same), "message is not modified");
    await api.editMessageText(1, id, "一");
    await refused(api.editMessageText(1, id, "一"), "message is not modified");
  });

  test.each([
    ["", "message text is empty"],
    [" \n", "message text is empty"],
    ["\u202e\u200b", "message text is empty"],
    ["字".repeat(4097), "message is too long"],
    ["\ud83d", "strings must be encoded in UTF-8"],
  ])("cannot be %#", async (text, description) => {
    await refused(api.sendMessage(1, text), description);
  });

  test("counts without its markup", async () => {
    await api.sendMessage(1, `<b>${"字".repeat(4096)}</b>`, { parse_mode: "HTML" });
    expect(server.sent[0]?.text).toHaveLength(4096);
    const broken = api.sendMessage(1, "<b>字", { parse_mode: "HTML" });
    await refused(broken, "can't parse entities");
  });

  test("replies to one that is there, unless it may do without", async () => {
    server.push({ message: { message_id: 5, chat: { id: 1, type: "private" } } });
    await api.sendMessage(1, "一", { reply_parameters: { message_id: 5 } });
    const other = api.sendMessage(2, "一", { reply_parameters: { message_id: 5 } });
    await refused(other, "message to be replied not found");
    const reply = { message_id: 6, allow_sending_without_reply: true };
    await api.sendMessage(2, "一", { reply_parameters: reply });
    expect(server.sent).toHaveLength(2);
  });
});

describe("a file", () => {
  test("is handed out to whoever has the token", async () => {
    server.files.set("f1", "本报讯");
    const { file_path: path = "" } = await api.getFile("f1");
    const good = await fetch(`${server.url}/file/bot${server.token}/${path}`);
    expect(await good.text()).toBe("本报讯");
    const other = await fetch(`${server.url}/file/bot99:wrong/${path}`);
    expect(other.status).toBe(404);
    const gone = await fetch(`${server.url}/file/bot${server.token}/documents/f2`);
    expect(gone.status).toBe(404);
  });
});

describe("a webhook", () => {
  test("gets every update, also those that waited, with the secret, until it says 200", async () => {
    const got: unknown[] = [];
    const statuses = [500, 200, 200];
    const url = await listenTo((body, secret) => {
      got.push([(JSON.parse(body) as { update_id: number }).update_id, secret]);
      return statuses.shift() ?? 500;
    });
    const first = server.push({});
    await api.setWebhook(url, { secret_token: "hush" });
    await server.waitFor(() => server.posted.length === 2);
    const second = server.push({});
    await server.waitFor(() => server.unconfirmed.length === 0);
    expect(server.posted).toEqual([500, 200, 200]);
    expect(got).toEqual([first, first, second].map((id) => [id, "hush"]));
  });

  test("is in the way of polling until it is taken away", async () => {
    await api.setWebhook("http://127.0.0.1:1/nobody");
    const polled = api.getUpdates({ timeout: 0 });
    await expect(polled).rejects.toMatchObject({ error_code: 409 });
    const update = server.push({});
    await server.waitFor(() => server.posted.includes(0));
    await api.deleteWebhook();
    expect(await api.getUpdates({ timeout: 0 })).toEqual([{ update_id: update }]);
  });
});

async function refused(call: Promise<unknown>, description: string): Promise<void> {
  const error = await call.catch((it: unknown) => it);
  if (!(error instanceof GrammyError)) throw new Error("Expected a refusal.");
  expect(error.error_code).toBe(400);
  expect(error.description).toContain(description);
}

/** The address of a server that gives each body to a function and answers with the status it gives. */
async function listenTo(take: (body: string, secret: unknown) => number): Promise<string> {
  const other = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const secret = request.headers["x-telegram-bot-api-secret-token"];
      response.writeHead(take(Buffer.concat(chunks).toString("utf8"), secret)).end();
    });
  });
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  return `http://127.0.0.1:${(other.address() as AddressInfo).port}/hook`;
}
