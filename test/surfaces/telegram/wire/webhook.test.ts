import { describe, expect, test } from "vitest";
import { createWebhook } from "../../../../src/surfaces/telegram/wire/webhook.ts";

const SECRET = "a-secret-that-nobody-knows";
const UPDATE = { update_id: 7, message: { text: "何时？" } };

describe("createWebhook", () => {
  test("answers 200 once the update is stored", async () => {
    const { post, stored } = webhook();
    expect(await post(UPDATE)).toBe(200);
    expect(stored).toEqual([UPDATE]);
  });

  test.each([undefined, "", "another-secret-of-someone"])(
    "answers 401 to whoever sends %j as the secret",
    async (secret) => {
      const { post, stored } = webhook();
      expect(await post(UPDATE, { secret })).toBe(401);
      expect(stored).toEqual([]);
    },
  );

  test.each(["no JSON", "[]", "{}", '{"update_id":"7"}', '{"update_id":-1}', ""])(
    "answers 400 to %j",
    async (body) => {
      const { post, stored } = webhook();
      expect(await post(body)).toBe(400);
      expect(stored).toEqual([]);
    },
  );

  test("answers 413 to more than a mebibyte", async () => {
    const { post } = webhook();
    expect(await post({ ...UPDATE, padding: "x".repeat(1024 * 1024) })).toBe(413);
  });

  test("answers 413 to more than a mebibyte of which no length is told", async () => {
    const { app, stored } = webhook();
    const chunk = Buffer.alloc(100_000, " ");
    const body = ReadableStream.from(Array.from({ length: 12 }, () => chunk));
    const headers = { "X-Telegram-Bot-Api-Secret-Token": SECRET };
    const request = { method: "POST", headers, body, duplex: "half" as const };
    expect((await app.request("/telegram/x7Kq", request)).status).toBe(413);
    expect(stored).toEqual([]);
  });

  test("does not read the body of whoever has no secret", async () => {
    const { post } = webhook();
    const padding = "x".repeat(1024 * 1024);
    expect(await post({ ...UPDATE, padding }, { secret: "another" })).toBe(401);
  });

  test("does not answer 200 when the update could not be stored", async () => {
    const { post } = webhook(() => {
      throw new Error("disk full");
    });
    expect(await post(UPDATE)).toBe(500);
  });

  test("is found at its path only, by posting", async () => {
    const { app } = webhook();
    expect((await app.request("/telegram/other", { method: "POST" })).status).toBe(404);
    expect((await app.request("/telegram/x7Kq")).status).toBe(404);
  });

  test.each(["/报", "/a%20b", "/a%2Fb", "/telegram/123:AbC", "/tg/", "/:id", "/*", "/"])(
    "is found at %s, as it stands in the address, and nowhere else",
    async (place) => {
      const { pathname: path } = new URL(place, "https://bot.example");
      const { post, app, stored } = webhook(undefined, path);
      expect(await post(UPDATE)).toBe(200);
      expect(stored).toEqual([UPDATE]);
      expect((await app.request("/other", { method: "POST" })).status).toBe(404);
    },
  );
});

function webhook(store?: () => never, path = "/telegram/x7Kq") {
  const stored: unknown[] = [];
  const app = createWebhook({
    path,
    secret: SECRET,
    store: store ?? ((updates) => stored.push(...updates)),
  });
  // Instead of Hono's own, which prints it.
  app.onError((_, c) => c.body(null, 500));
  const post = async (
    body: unknown,
    { secret }: { secret: string | undefined } = { secret: SECRET },
  ): Promise<number> => {
    const headers = {
      "Content-Type": "application/json",
      ...(secret === undefined ? {} : { "X-Telegram-Bot-Api-Secret-Token": secret }),
    };
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const request = { method: "POST", headers, body: text };
    return (await app.request(path, request)).status;
  };
  return { app, post, stored };
}
