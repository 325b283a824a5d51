import { describe, expect, test } from "vitest";
import { message, messageIn, reader } from "../bot-under-test.ts";
import { startTalk } from "./talk-under-test.ts";

describe("where the bot is not welcome", () => {
  test.each([
    [403, "Forbidden: bot was blocked by the user"],
    [403, "Forbidden: bot was kicked from the supergroup chat"],
    [400, "Bad Request: not enough rights to send text messages to the chat"],
    [400, "Bad Request: TOPIC_CLOSED"],
  ])(
    "%i %s: the question is done, without noise, and others are answered",
    async (code, description) => {
      const { say, server, state, log } = await startTalk();
      server.fail("sendMessage", { code, description });
      server.push(message("何时？"));
      const [other] = await say(messageIn(2002, "何时？"));
      expect(other?.chatId).toBe(2002);
      await server.waitFor(() => state.inbox.depth === 0, "an empty inbox").catch(() => undefined);
      expect(state.inbox.depth).toBe(0);
      expect(state.inbox.parked()).toEqual([]);
      expect([...log.of("warn"), ...log.of("error")]).toEqual([]);
    },
  );
});

test("who asks more than twenty questions in a minute is told so once", async () => {
  const { server } = await startTalk();
  for (let i = 0; i < 23; i++) server.push(message(`第${i}问？`, reader("en")));
  await server.waitForSent(21);
  const [told, ...others] = server.sent.filter(({ text }) => text.includes("questions a minute"));
  expect(told?.text).toContain("more than 20 questions a minute");
  expect(others).toEqual([]);
  expect(server.sent.filter(({ quotes }) => quotes.length > 0)).toHaveLength(20);
});
