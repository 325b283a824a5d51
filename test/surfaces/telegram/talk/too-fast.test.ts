import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { Pace } from "../../../../src/surfaces/telegram/talk/pace.ts";
import { message, messageIn, reader } from "../bot-under-test.ts";
import { until } from "../inbox/inbox-under-test.ts";
import { startTalk } from "./talk-under-test.ts";

const MINUTE = 60_000;

afterEach(() => {
  vi.useRealTimers();
});

test("nobody asks more often than the limit in any minute, and who waits as told may ask", () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), pauses, (limit, times) => {
      const clock = { now: 0 };
      const pace = new Pace(limit, () => clock.now);
      const passed: number[] = [];
      for (const pause of times) {
        clock.now += pause;
        const wait = pace.wait(1);
        expect(wait).toBeLessThanOrEqual(MINUTE);
        if (wait > 0) {
          clock.now += wait;
          expect(pace.wait(1)).toBe(0);
        }
        passed.push(clock.now);
      }
      passed.forEach((at, i) => {
        const before = passed[i - limit];
        if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(MINUTE);
      });
    }),
  );
});

test("who asks too fast is told so once, holds up nobody else, and is answered a minute later", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { server, state, log } = await startTalk({}, { settings: { questionsPerMinute: 2 } });
  for (const i of [1, 2, 3, 4]) server.push(message(`第${i}问？`, reader("en")));
  await server.waitForSent(3);
  const chats = (): number[] => server.sent.map(({ chatId }) => chatId);
  expect(server.sent[2]?.text).toBe(
    "That is more than 2 questions a minute. I answer them one after the other, a little later.",
  );
  server.push({ ...messageIn(2002, "/help") });
  await server.waitForSent(4);
  expect(chats().at(-1)).toBe(2002);
  await until(() => state.inbox.depth === 2);
  vi.setSystemTime(Date.now() + MINUTE);
  server.push(message("/privacy", { ...reader("en"), chat: { id: 3003, type: "private" } }));
  await until(() => state.inbox.depth === 0);
  expect(chats().filter((chat) => chat === 1001)).toHaveLength(5);
  expect(server.sent.filter(({ text }) => text.includes("a minute"))).toHaveLength(1);
  expect([...log.of("warn"), ...log.of("error")]).toEqual([]);
});
