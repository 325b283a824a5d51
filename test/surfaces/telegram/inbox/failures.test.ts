import { afterEach, describe, expect, test, vi } from "vitest";
import { Postponed, type Verdict } from "../../../../src/surfaces/telegram/inbox/inbox.ts";
import type { ParkedUpdate } from "../../../../src/surfaces/telegram/inbox/update-store.ts";
import {
  NEVER,
  openInbox,
  recorder,
  temporaryInbox,
  until,
  update,
  updates,
  work,
} from "./inbox-under-test.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("an update whose handler fails", () => {
  test("is tried again with growing waits, then parked with its reason, and told once", async () => {
    const { told, onParked } = parkings();
    const inbox = openInbox({ tries: 4, firstWait: 10, onParked });
    const at: number[] = [];
    work(inbox, ({ update_id: id }) => {
      if (id === 502) return Promise.resolve();
      at.push(performance.now());
      return Promise.reject(new Error(`broken for the ${at.length}th time`));
    });
    inbox.store(updates([501, 502]));
    await until(() => inbox.depth === 0);
    const parked = { updateId: 501, lane: "1", reason: "broken for the 4th time" };
    expect(told).toEqual([parked]);
    expect(inbox.parked()).toEqual([parked]);
    const waits = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(waits).toHaveLength(3);
    // One millisecond less: the clock of the waits counts whole ones.
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(10 * 2 ** (index + 1) - 1);
    }
  });

  test("holds up its own lane meanwhile, and no other", async () => {
    const inbox = openInbox({ firstWait: 20 });
    let failures = 0;
    const { handled, handle } = recorder(({ update_id: id }) => {
      if (id === 501 && failures++ === 0) throw new Error("broken");
    });
    work(inbox, handle);
    inbox.store([...updates([501, 502], 1), ...updates([503, 504], 2)]);
    await until(() => inbox.depth === 0);
    expect(handled).toEqual([503, 504, 501, 502]);
  });

  test("is known to have failed before, also after the process was killed", async () => {
    const file = temporaryInbox();
    const inbox = openInbox({ tries: 2 }, file);
    let tries = 0;
    const fail = (): Promise<void> => {
      tries += 1;
      return tries === 2 ? NEVER : Promise.reject(new Error("broken"));
    };
    const { kill } = work(inbox, fail);
    inbox.store([update(501)]);
    await until(() => tries === 2);
    kill();
    const again = openInbox({ tries: 2 }, file);
    work(again, fail);
    await until(() => again.parked().length === 1);
    expect(tries).toBe(3);
  });

  test("is tried at its time, however the clock stands when that is looked up", async () => {
    // A clock that goes on by a millisecond whenever it is read: the try falls due between two looks.
    let now = Date.now();
    vi.spyOn(Date, "now").mockImplementation(() => now++);
    const inbox = openInbox({ judge: () => "unlucky" });
    let failures = 0;
    work(inbox, () => {
      failures += 1;
      return failures < 30 ? Promise.reject(new Error("broken")) : Promise.resolve();
    });
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    expect(inbox.parked()).toEqual([]);
  });

  test("is described by what the inbox was told to keep of an error", async () => {
    const inbox = openInbox({ tries: 1, reasonOf: () => "hidden" });
    work(inbox, () => Promise.reject(new Error("secret")));
    inbox.store([update(501)]);
    await until(() => inbox.parked().length === 1);
    expect(inbox.parked()[0]?.reason).toBe("hidden");
  });
});

describe("an update that meets a bad line", () => {
  const judge = (): Verdict => "unlucky";

  test("is tried again more often than one that fails, while nothing else comes through", async () => {
    const inbox = openInbox({ tries: 2, judge });
    let tries = 0;
    const { handled, handle } = recorder(() => {
      if (++tries <= 12) throw new Error("cut");
    });
    work(inbox, handle);
    inbox.store(updates([501, 502, 503]));
    await until(() => inbox.depth === 0);
    expect(handled).toEqual([501, 502, 503]);
    expect(inbox.parked()).toEqual([]);
  });

  test("is parked when others come through meanwhile: then it is itself what breaks the line", async () => {
    const { told, onParked } = parkings();
    const inbox = openInbox({ tries: 3, judge, onParked });
    let next = 601;
    const { handled, handle } = recorder(({ update_id: id }) => {
      if (id === 501) {
        inbox.store([update(next++, 2)]);
        throw new Error("cut");
      }
    });
    work(inbox, handle);
    inbox.store(updates([501, 502], 1));
    await until(() => inbox.depth === 0);
    expect(told).toEqual([{ updateId: 501, lane: "1", reason: "cut" }]);
    expect(handled).toContain(502);
  });
});

describe("an update that nobody waits for any more", () => {
  test("is done without a word", async () => {
    const { told, onParked } = parkings();
    const inbox = openInbox({ judge: () => "dropped", onParked });
    let tries = 0;
    work(inbox, () => {
      tries += 1;
      return Promise.reject(new Error("blocked"));
    });
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    expect(inbox.parked()).toEqual([]);
    expect(told).toEqual([]);
    expect(inbox.store([update(501)])).toBe(0);
    expect(tries).toBe(1);
  });
});

describe("an update that is wanted again later", () => {
  test("comes again after the time, however often, and that is no failure", async () => {
    const inbox = openInbox({ tries: 1 });
    const at: number[] = [];
    work(inbox, () => {
      at.push(performance.now());
      return at.length < 4 ? Promise.reject(new Postponed(20)) : Promise.resolve();
    });
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    expect(inbox.parked()).toEqual([]);
    expect((at[3] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(57);
  });
});

function parkings() {
  const told: ParkedUpdate[] = [];
  return { told, onParked: (parked: ParkedUpdate) => void told.push(parked) };
}
