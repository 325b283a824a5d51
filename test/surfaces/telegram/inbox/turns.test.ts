import { expect, test } from "vitest";
import {
  gate,
  macrotask,
  openInbox,
  recorder,
  until,
  update,
  updates,
  work,
} from "./inbox-under-test.ts";

test("a lane is handled in order and one at a time, and holds up no other", async () => {
  const inbox = openInbox();
  const { passed, open } = gate();
  const { handled, handle } = recorder(({ update_id: id }) => (id === 501 ? passed : undefined));
  inbox.store([...updates([501, 502, 503], 1), ...updates([504, 505], 2)]);
  work(inbox, handle);
  await until(() => handled.length === 2);
  expect(handled).toEqual([504, 505]);
  open();
  await until(() => inbox.depth === 0);
  expect(handled).toEqual([504, 505, 501, 502, 503]);
});

test("no more than the workers handle at once, and all of them do", async () => {
  const inbox = openInbox({ workers: 3 });
  const doors = new Map<number, () => void>();
  inbox.store([501, 502, 503, 504, 505].map((id) => update(id, id)));
  work(inbox, ({ update_id: id }) => {
    const { passed, open } = gate();
    doors.set(id, open);
    return passed;
  });
  await until(() => doors.size === 3);
  inbox.store([update(506, 506)]);
  await macrotask();
  expect([...doors.keys()]).toEqual([501, 502, 503]);
  doors.get(502)?.();
  await until(() => doors.size === 4);
  await macrotask();
  expect([...doors.keys()]).toEqual([501, 502, 503, 504]);
});

test("go round between the chats, so that one with fifty waiting starves no other", async () => {
  const inbox = openInbox({ workers: 1 });
  inbox.store(updates(range(501, 550), 1));
  inbox.store([...updates([601, 602, 603], 2), update(604, 3)]);
  const { handled, handle } = recorder();
  work(inbox, handle);
  await until(() => handled.length >= 10);
  expect(handled.slice(0, 10)).toEqual([501, 601, 604, 502, 602, 503, 603, 504, 505, 506]);
});

test("come to a chat with many waiting, also when others ask again after each answer", async () => {
  const inbox = openInbox({ workers: 1 });
  inbox.store([...updates(range(501, 510), 1), update(601, 2)]);
  const handled: number[] = [];
  work(inbox, (one) => {
    const chat = one.message?.chat.id ?? 0;
    handled.push(chat);
    // Of two busy chats one asks while the other is answered, so that neither has more than one waiting.
    if (chat !== 1 && handled.length < 20) {
      inbox.store([update(700 + handled.length, chat === 2 ? 3 : 2)]);
    }
    return Promise.resolve();
  });
  await until(() => inbox.depth === 0);
  expect(handled.slice(0, 20).filter((chat) => chat === 1).length).toBeGreaterThanOrEqual(5);
});

test("may be told by other lanes than the chats", async () => {
  const inbox = openInbox({ laneOf: ({ update_id: id }) => (id % 2 === 0 ? "even" : "odd") });
  const { passed, open } = gate();
  const { handled, handle } = recorder(({ update_id: id }) => (id === 501 ? passed : undefined));
  inbox.store(updates([501, 502, 503, 504]));
  work(inbox, handle);
  await until(() => handled.length === 2);
  open();
  await until(() => inbox.depth === 0);
  expect(handled).toEqual([502, 504, 501, 503]);
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
