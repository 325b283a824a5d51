import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { laneOf } from "../../../../src/surfaces/telegram/inbox/lane-of.ts";
import { UpdateStore } from "../../../../src/surfaces/telegram/inbox/update-store.ts";
import { temporaryInbox, update, updates } from "./inbox-under-test.ts";

let file: string;
let store: UpdateStore;

beforeEach(() => {
  file = temporaryInbox();
  store = open();
});

function open(): UpdateStore {
  const opened = new UpdateStore(file);
  onTestFinished(() => {
    opened.close();
  });
  return opened;
}

describe("updates", () => {
  test("are kept word for word, each once, and only new ones are counted", () => {
    expect(store.add(updates([501, 502]), laneOf)).toBe(2);
    expect(store.add(updates([502, 503, 503]), laneOf)).toBe(1);
    expect(store.count("waiting")).toBe(3);
    expect(store.update(502)).toEqual(update(502));
  });

  test("are all kept or none: what could not be read stops the whole batch", () => {
    const laneless = (): string => {
      throw new Error("no lane");
    };
    expect(() => store.add(updates([501, 502]), laneless)).toThrow("no lane");
    expect(store.count("waiting")).toBe(0);
  });

  test("wait in their lanes, and the oldest of each is shown, the oldest of all first", () => {
    store.add([update(504, 10), update(503, 2), update(502, 10), update(505, 2)], laneOf);
    expect(store.waiting()).toEqual([
      { lane: "10", id: 502, after: 0 },
      { lane: "2", id: 503, after: 0 },
    ]);
  });

  test("that are put back hold up their lane until the time, which is the next that is due", () => {
    store.add(updates([501, 502]), laneOf);
    expect(store.nextDue(0)).toBeUndefined();
    store.postpone(501, 1000, { failures: 1, reason: "cut" });
    store.postpone(501, 2000, { failures: 1, reason: "cut" });
    expect(store.waiting()).toEqual([{ lane: "1", id: 501, after: 2000 }]);
    expect(store.failures(501)).toBe(2);
    expect(store.nextDue(1999)).toBe(2000);
    expect(store.nextDue(2000)).toBeUndefined();
  });

  test("that are given up are listed with their reason, the latest first, and wait no more", () => {
    store.add([...updates([501, 502]), update(503, 2)], laneOf);
    store.park(501, "refused");
    store.park(503, "broken");
    expect(store.parked(20)).toEqual([
      { updateId: 503, lane: "2", reason: "broken" },
      { updateId: 501, lane: "1", reason: "refused" },
    ]);
    expect(store.parked(1)).toHaveLength(1);
    expect(store.waiting()).toEqual([{ lane: "1", id: 502, after: 0 }]);
    expect(store.count("parked")).toBe(2);
  });

  test("that are done stay known, but their words are gone, and what was sent for them", () => {
    store.add([update(501)], laneOf);
    store.keepResponse(501, 0, { ok: true, result: { text: "答案" } });
    store.finish(501);
    expect(store.add([update(501)], laneOf)).toBe(0);
    expect(store.waiting()).toEqual([]);
    expect(rows("SELECT body FROM updates")).toEqual([{ body: null }]);
    expect(rows("SELECT * FROM calls")).toEqual([]);
  });

  test("that are done are forgotten when they are old, and no others", () => {
    store.add([update(501, 1), update(502, 2), update(503, 3)], laneOf);
    store.finish(501);
    store.park(502, "refused");
    store.forgetBefore(0);
    expect(rows("SELECT id FROM updates")).toHaveLength(3);
    store.forgetBefore(Date.now() + 1);
    expect(rows("SELECT id FROM updates")).toEqual([{ id: 502 }, { id: 503 }]);
  });
});

describe("responses", () => {
  test("are given back by update and number, as they came", () => {
    store.add(updates([501, 502]), laneOf);
    const response = { ok: true, result: { message_id: 9001, text: "“答案”\n" } };
    store.keepResponse(501, 1, response);
    expect(store.response(501, 1)).toEqual(response);
    expect(store.response(501, 0)).toBeUndefined();
    expect(store.response(502, 1)).toBeUndefined();
  });

  test("that come after their update was done do not keep it from being forgotten", () => {
    store.add([update(501)], laneOf);
    store.finish(501);
    store.keepResponse(501, 0, { ok: true });
    store.forgetBefore(Date.now() + 1);
    expect(rows("SELECT id FROM updates")).toEqual([]);
    expect(rows("SELECT * FROM calls")).toEqual([]);
  });
});

describe("the file", () => {
  test("has everything that was said before it was opened again, also when it was not closed", () => {
    store.add(updates([501, 502, 503]), laneOf);
    store.finish(501);
    store.postpone(502, 1000, { failures: 1, reason: "cut" });
    store.keepResponse(502, 0, { ok: true });
    const again = open();
    expect(again.waiting()).toEqual([{ lane: "1", id: 502, after: 1000 }]);
    expect(again.failures(502)).toBe(1);
    expect(again.response(502, 0)).toEqual({ ok: true });
    expect(again.add(updates([501, 502, 503]), laneOf)).toBe(0);
  });

  test("is one file once it is closed", () => {
    store.add([update(501)], laneOf);
    store.close();
    expect(readdirSync(dirname(file))).toEqual(["inbox.db"]);
  });
});

function rows(sql: string): unknown[] {
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}
