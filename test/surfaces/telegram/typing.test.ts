import { Api, Context } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MessageContext } from "../../../src/surfaces/telegram/send-messages.ts";
import { whileTyping } from "../../../src/surfaces/telegram/typing.ts";
import { LogRecorder, message } from "./bot-under-test.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("typing is shown at once, again every 4.5 s, and not after the work is done", async () => {
  const { ctx, shown } = typingContext();
  const work = whileTyping(ctx, new LogRecorder(), () => wait(10_000));
  expect(shown()).toBe(1);
  await vi.advanceTimersByTimeAsync(4499);
  expect(shown()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown()).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown()).toBe(3);
  await work;
});

test("typing ends when the work fails, and the failure is passed on", async () => {
  const { ctx, shown } = typingContext();
  const work = whileTyping(ctx, new LogRecorder(), () => Promise.reject(new Error("broken")));
  await expect(work).rejects.toThrow("broken");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown()).toBe(1);
});

test("typing that cannot be shown is a line at debug level", async () => {
  const { ctx } = typingContext("Too Many Requests");
  const log = new LogRecorder();
  await expect(whileTyping(ctx, log, () => Promise.resolve(42))).resolves.toBe(42);
  await vi.advanceTimersByTimeAsync(0);
  expect(log.lines).toHaveLength(1);
  expect(log.of("debug")).toHaveLength(1);
});

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

// A context whose API counts calls instead of sending them.
function typingContext(refusal?: string) {
  let count = 0;
  const api = new Api("1:token");
  api.config.use(() => {
    count += 1;
    return refusal === undefined
      ? Promise.resolve({ ok: true, result: true as never })
      : Promise.resolve({ ok: false, error_code: 429, description: refusal });
  });
  const update = { update_id: 1, ...message("何时召开？") } as Update;
  const ctx = new Context(update, api, {} as UserFromGetMe) as MessageContext;
  return { ctx, shown: () => count };
}
