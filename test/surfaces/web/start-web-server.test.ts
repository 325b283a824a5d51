import { EventEmitter, once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { startWebServer } from "../../../src/surfaces/web/start-web-server.ts";
import { createWebFixture } from "./web-fixture.ts";

const loopback = { host: "127.0.0.1", port: 0 };
const logger = { error: () => undefined };

describe("startWebServer", () => {
  test("answers on the address that it names, until it is stopped", async () => {
    const server = await startWebServer(loopback, createWebFixture().app, logger);
    const response = await fetch(`${server.url}/?q=${encodeURIComponent("几点")}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("</html>");
    const json = await fetch(`${server.url}/api/ask`, {
      method: "POST",
      body: JSON.stringify({ question: "几点" }),
    });
    expect(await json.json()).toMatchObject({ status: "answered" });
    await server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  test("finishes the request in hand before it stops, and may be stopped twice", async () => {
    const requests = new EventEmitter();
    const arrived = once(requests, "arrived");
    const app = new Hono().get("/slow", async (c) => {
      requests.emit("arrived");
      await delay(200);
      return c.text("done");
    });
    const server = await startWebServer(loopback, app, logger);
    const response = fetch(`${server.url}/slow`);
    await arrived;
    const began = performance.now();
    const stopped = Promise.all([server.stop(), server.stop()]);
    expect(await (await response).text()).toBe("done");
    await stopped;
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test("a port in use is an error that names the setting to change", async () => {
    const server = await startWebServer(loopback, new Hono(), logger);
    const port = Number(new URL(server.url).port);
    const second = startWebServer({ host: "127.0.0.1", port }, new Hono(), logger);
    await expect(second).rejects.toThrow(UserError);
    await expect(second).rejects.toThrow(
      `PORT ${port} is in use on '127.0.0.1'. Stop the program that uses it or set PORT to another number.`,
    );
    await server.stop();
  });

  test("a host that is not this machine's is an error that names the setting to change", async () => {
    const start = startWebServer({ host: "203.0.113.1", port: 0 }, new Hono(), logger);
    await expect(start).rejects.toThrow(UserError);
    await expect(start).rejects.toThrow("HOST '203.0.113.1' is no address of this machine.");
  });
});
