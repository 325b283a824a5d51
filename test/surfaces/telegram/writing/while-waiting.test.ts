import { Api, Context } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  whileWaiting,
  type Waiting,
} from "../../../../src/surfaces/telegram/writing/while-waiting.ts";
import { LogRecorder, message } from "../bot-under-test.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("typing is shown at once, again every 4.5 s, and not after the work is done", async () => {
  const { ctx, called } = context();
  const work = whileWaiting(ctx, waiting(), () => wait(10_000));
  expect(called("sendChatAction")).toBe(1);
  await vi.advanceTimersByTimeAsync(4499);
  expect(called("sendChatAction")).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(called("sendChatAction")).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(called("sendChatAction")).toBe(3);
  await work;
});

test("in a private chat a draft says so in words, once, when it takes longer than two seconds", async () => {
  const { ctx, called, words } = context();
  const work = whileWaiting(ctx, waiting(), () => wait(10_000));
  await vi.advanceTimersByTimeAsync(1999);
  expect(called("sendMessageDraft")).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(called("sendMessageDraft")).toBe(1);
  expect(words()).toEqual(["正在找……"]);
  await work;
});

test("in a group, where there are no drafts, a message does, and is there before the work ends", async () => {
  const { ctx, called } = context({ chat: { id: -5, type: "supergroup", title: "G" } });
  const shown: string[] = [];
  const show = async (): Promise<void> => {
    await wait(500);
    shown.push("shown");
  };
  const work = whileWaiting(ctx, { ...waiting(), show }, () => wait(2100));
  const done = work.then(() => shown.push("done"));
  await vi.advanceTimersByTimeAsync(60_000);
  await done;
  expect(called("sendMessageDraft")).toBe(0);
  expect(shown).toEqual(["shown", "done"]);
});

test("what is quick says nothing in words", async () => {
  const { ctx, called } = context();
  const work = whileWaiting(ctx, waiting(), () => wait(1999));
  await vi.advanceTimersByTimeAsync(60_000);
  await work;
  expect(called("sendMessageDraft")).toBe(0);
});

test("it ends when the work fails, and the failure is passed on", async () => {
  const { ctx, called } = context();
  const work = whileWaiting(ctx, waiting(), () => Promise.reject(new Error("broken")));
  await expect(work).rejects.toThrow("broken");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(called("sendChatAction")).toBe(1);
  expect(called("sendMessageDraft")).toBe(0);
});

test("what cannot be shown is a line at debug level, and the work goes on", async () => {
  const { ctx } = context({}, "Too Many Requests");
  const log = new LogRecorder();
  const show = (): Promise<void> => Promise.reject(new Error("no rights"));
  const work = whileWaiting(ctx, { ...waiting(log), show }, () => wait(3000).then(() => 42));
  await vi.advanceTimersByTimeAsync(3000);
  await expect(work).resolves.toBe(42);
  expect(log.of("debug")).toHaveLength(2);
  expect(log.lines).toHaveLength(2);
});

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function waiting(logger = new LogRecorder()): Waiting {
  return { logger, words: "正在找……", show: () => Promise.reject(new Error("not in private")) };
}

// A context whose API counts calls instead of sending them.
function context(changes: object = {}, refusal?: string) {
  const calls: { method: string; text: unknown }[] = [];
  const api = new Api("1:token");
  api.config.use((_, method, payload) => {
    calls.push({ method, text: (payload as { text?: unknown }).text });
    return refusal === undefined
      ? Promise.resolve({ ok: true, result: true as never })
      : Promise.resolve({ ok: false, error_code: 429, description: refusal });
  });
  const update = { update_id: 1, ...message("何时召开？", changes) } as Update;
  const ctx = new Context(update, api, {} as UserFromGetMe);
  const called = (method: string) => calls.filter((call) => call.method === method).length;
  const words = () => calls.flatMap(({ text }) => text ?? []);
  return { ctx, called, words };
}
