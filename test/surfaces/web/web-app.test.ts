import { describe, expect, test } from "vitest";
import { createMetrics, type Metrics } from "../../../src/surfaces/web/metrics.ts";
import { createFakeNewspaper } from "./fake-newspaper.ts";
import { textOf } from "./parse-html.ts";
import { createWebFixture, getPage } from "./web-fixture.ts";

describe("the web app", () => {
  test.each(["/a/nobody", "/pages/nothing.txt", "/nowhere", "/a/", "/pages/"])(
    "has a page that says there is nothing at %s",
    async (path) => {
      const { app } = createWebFixture();
      expect((await app.request(path)).status).toBe(404);
      expect(textOf(await getPage(app, path, "en"))).toContain("There is no such page");
    },
  );

  test("shows a reader nothing of a bug but logs its message without the question", async () => {
    const { app, log } = createWebFixture();
    const response = await app.request("/?q=break", { headers: { "Accept-Language": "en" } });
    expect(response.status).toBe(500);
    const words = await response.text();
    expect(words).toContain("Something went wrong");
    expect(words).not.toContain("secret detail");
    expect(log.join("")).toContain("A request failed: secret detail");
    expect(log.join("")).not.toContain("?q=");
  });

  test.each(["/", "/a/library", "/a/nobody", "/?q=break", "/style.css", "/api/articles/library"])(
    "sends the headers that keep a browser safe with %s",
    async (path) => {
      const { headers } = await createWebFixture().app.request(path);
      expect(headers.get("Content-Security-Policy")).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; " +
          "base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("Vary")).toBe("Accept-Language");
    },
  );

  test("serves the stylesheet, and only once to a browser that has it", async () => {
    const { app } = createWebFixture();
    const first = await app.request("/style.css");
    expect(first.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
    expect(await first.text()).toContain(".colour-9");
    const etag = first.headers.get("ETag") ?? "";
    const again = await app.request("/style.css", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });

  test("says that it is well and how many articles it has", async () => {
    const response = await createWebFixture().app.request("/healthz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", articles: 2 });
  });

  test("counts what came of every question", async () => {
    const { app } = createWebFixture(createFakeNewspaper(), createMetrics());
    for (const question of ["几点", "天气", "天气", "refuse", "break"]) {
      await app.request(`/?q=${question}`);
    }
    const response = await app.request("/metrics");
    expect(response.headers.get("Content-Type")).toContain("text/plain");
    const figures = await response.text();
    const count = (status: string) => `baowen_questions_total{surface="web",status="${status}"}`;
    expect(figures).toContain(`${count("answered")} 1\n`);
    expect(figures).toContain(`${count("not_found")} 2\n`);
    expect(figures).toContain(`${count("refused")} 1\n`);
    expect(figures).toMatch(/baowen_answer_seconds_count\{surface="web"\} \d/);
    expect(figures).toContain("process_resident_memory_bytes");
  });

  test("counts the calls that Telegram refused, by method and code", async () => {
    const metrics = createMetrics();
    metrics.countFailedCall("sendMessage", 429);
    metrics.countFailedCall("sendMessage", 429);
    metrics.countFailedCall("getUpdates", 0);
    const figures = await figuresOf(metrics);
    const count = (method: string, code: number) =>
      `baowen_telegram_failed_calls_total{method="${method}",code="${code}"}`;
    expect(figures).toContain(`${count("sendMessage", 429)} 2\n`);
    expect(figures).toContain(`${count("getUpdates", 0)} 1\n`);
  });

  test("shows what the inbox holds at the time it is asked, once there is one", async () => {
    const metrics = createMetrics();
    expect(await figuresOf(metrics)).not.toContain("baowen_updates");
    const inbox = { received: 5, depth: 2 };
    metrics.watchInbox(inbox);
    const before = await figuresOf(metrics);
    expect(before).toContain("baowen_updates_received 5\n");
    expect(before).toContain("baowen_updates_waiting 2\n");
    Object.assign(inbox, { received: 6, depth: 0 });
    const after = await figuresOf(metrics);
    expect(after).toContain("baowen_updates_received 6\n");
    expect(after).toContain("baowen_updates_waiting 0\n");
  });
});

async function figuresOf(metrics: Metrics): Promise<string> {
  const { app } = createWebFixture(createFakeNewspaper(), metrics);
  return (await app.request("/metrics")).text();
}
