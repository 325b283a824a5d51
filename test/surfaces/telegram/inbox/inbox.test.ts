import type { Update } from "grammy/types";
import { describe, expect, test } from "vitest";
import {
  gate,
  macrotask,
  openInbox,
  recorder,
  temporaryInbox,
  until,
  update,
  updates,
  work,
} from "./inbox-under-test.ts";

describe("storing", () => {
  test("keeps an update once, however often it is delivered, also after it was handled", async () => {
    const inbox = openInbox();
    expect(inbox.store(updates([501, 502]))).toBe(2);
    expect(inbox.store(updates([501, 502]))).toBe(0);
    const { handled, handle } = recorder();
    work(inbox, handle);
    await until(() => inbox.depth === 0);
    expect(inbox.store(updates([501, 502, 503]))).toBe(1);
    await until(() => inbox.depth === 0);
    expect(handled).toEqual([501, 502, 503]);
  });

  test("survives that the process ends before anything was handled", async () => {
    const file = temporaryInbox();
    openInbox({}, file).store(updates([501, 502]));
    const again = openInbox({}, file);
    expect(again.depth).toBe(2);
    const { handled, handle } = recorder();
    work(again, handle);
    await until(() => again.depth === 0);
    expect(handled).toEqual([501, 502]);
  });

  test("hands over the update as it came", async () => {
    const inbox = openInbox();
    const got: Update[] = [];
    work(inbox, (one) => Promise.resolve(void got.push(one)));
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    expect(got).toEqual([update(501)]);
  });

  test("forgets in time what was done, so that the number may come again", async () => {
    const inbox = openInbox();
    const { handled, handle } = recorder();
    work(inbox, handle);
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    inbox.forget();
    expect(inbox.store([update(501)])).toBe(0);
    inbox.forget(-1);
    expect(inbox.store([update(501)])).toBe(1);
    await until(() => inbox.depth === 0);
    expect(handled).toEqual([501, 501]);
  });
});

describe("the end", () => {
  test("stopping takes no more and waits for what is in hand, the rest waits for the next start", async () => {
    const file = temporaryInbox();
    const inbox = openInbox({}, file);
    const { passed, open } = gate();
    let started = 0;
    const { handled, handle } = recorder(() => {
      started += 1;
      return passed;
    });
    inbox.store([update(501, 1), update(502, 2), update(503, 1)]);
    const { stop } = work(inbox, handle);
    await until(() => started === 2);
    const stopped = stop();
    await macrotask();
    expect(handled).toEqual([]);
    open();
    await stopped;
    expect(handled).toEqual([501, 502]);
    expect(openInbox({}, file).depth).toBe(1);
  });

  test("with nothing in hand everything is settled at once", async () => {
    const inbox = openInbox();
    await inbox.settled();
    const { stop } = work(inbox, () => Promise.resolve());
    await stop();
  });

  test("a disk that breaks while an update is handled ends the work with the reason", async () => {
    const inbox = openInbox();
    const { ended } = work(inbox, () => {
      inbox.close();
      return Promise.resolve();
    });
    inbox.store(updates([501, 502]));
    await expect(ended).rejects.toThrow("The database connection is not open");
    await inbox.settled();
  });

  test("a disk that breaks while an update is put back does so too", async () => {
    const inbox = openInbox();
    const { ended } = work(inbox, () => {
      inbox.close();
      return Promise.reject(new Error("cut"));
    });
    inbox.store([update(501)]);
    await expect(ended).rejects.toThrow("The database connection is not open");
  });

  test("an update that cannot be stored is told to whoever received it", () => {
    const inbox = openInbox();
    inbox.close();
    expect(() => inbox.store([update(501)])).toThrow("The database connection is not open");
  });
});
