import { describe, expect, test } from "vitest";
import { message, messageIn, reader } from "../bot-under-test.ts";
import { until } from "../inbox/inbox-under-test.ts";
import { startTalk } from "./talk-under-test.ts";

const BLOCKED = { code: 403, description: "Forbidden: bot was blocked by the user" };

describe("a reader who has gone away", () => {
  test.each([
    ["a command", "/latest"],
    ["a question", "何时？"],
  ])("is not written to again because of %s", async (_, text) => {
    const { server, state, log } = await startTalk();
    server.fail("sendMessage", BLOCKED);
    server.push(message(text));
    await until(() => server.callsOf("sendMessage").length === 1 && state.inbox.depth === 0);
    expect(state.inbox.parked()).toEqual([]);
    expect([...log.of("warn"), ...log.of("error")]).toEqual([]);
  });

  test("is answered when they are back", async () => {
    const { say, server, state } = await startTalk();
    server.fail("sendMessage", BLOCKED);
    server.push(message("何时？"));
    await until(() => server.callsOf("sendMessage").length === 1 && state.inbox.depth === 0);
    const [answer] = await say(message("谁出席了？"));
    expect(answer?.quotes).toHaveLength(1);
  });

  test("is let go in the midst of being told to wait", async () => {
    const { say, server, state, log } = await startTalk(
      {},
      { settings: { questionsPerMinute: 1 } },
    );
    await say(message("一？", reader("en")));
    server.fail("sendMessage", BLOCKED);
    server.push(message("二？", reader("en")));
    await until(() => server.callsOf("sendMessage").length === 2 && state.inbox.depth === 0);
    expect([...log.of("warn"), ...log.of("error")]).toEqual([]);
    expect((await say(messageIn(2002, "/help")))[0]?.chatId).toBe(2002);
  });

  test("had pressed a button that Telegram finds too old: that makes no noise", async () => {
    const { say, press, server, state, log } = await startTalk();
    const [answer] = await say(message("何时？", reader("en")));
    if (!answer) throw new Error("An answer.");
    const description =
      "Bad Request: query is too old and response timeout expired or query ID is invalid";
    server.fail("answerCallbackQuery", { code: 400, description });
    await press(answer, "unhelpful:1");
    await until(() => state.inbox.depth === 0);
    expect(state.inbox.parked()).toEqual([]);
    expect([...log.of("warn"), ...log.of("error")]).toEqual([]);
  });
});
