import { describe, expect, test } from "vitest";
import type { SentMessage } from "../../../helpers/bot-api-server.ts";
import { ARTICLE, answered, message, reader } from "../bot-under-test.ts";
import { buttonsOf, startTalk } from "./talk-under-test.ts";

const ENGLISH = reader("en");
const FORUM = { chat: { id: -500, type: "supergroup", title: "Readers", is_forum: true } };
const TOPIC = { is_topic_message: true, message_thread_id: 7 };
const IN_TOPIC = { ...ENGLISH, ...FORUM, ...TOPIC };

describe("in a forum topic", () => {
  test.each(["/latest@baowen_test_bot", "/privacy", "@baowen_test_bot", "@baowen_test_bot 何时？"])(
    "%s is answered in that topic, below the message",
    async (text) => {
      const { say } = await startTalk();
      const [reply] = await say(message(text, { ...IN_TOPIC, message_id: 31 }));
      expect(reply?.chatId).toBe(-500);
      expect(reply?.payload).toMatchObject({
        message_thread_id: 7,
        reply_parameters: { message_id: 31, allow_sending_without_reply: true },
      });
    },
  );

  test("what a button says is said in that topic", async () => {
    const { say, press, server } = await startTalk();
    const [answer] = await say(message("@baowen_test_bot 何时？", IN_TOPIC));
    if (!answer) throw new Error("An answer.");
    await press(answer, "others:1", { message: shownIn(answer, { ...FORUM, ...TOPIC }) });
    const [, more] = await server.waitForSent(2);
    expect(more).toMatchObject({ chatId: -500, payload: { message_thread_id: 7 } });
  });

  test("/forget forgets this topic, and no other", async () => {
    const heard: unknown[] = [];
    const { say } = await startTalk({
      ask: (question, { history } = {}) => {
        heard.push(history);
        return Promise.resolve(answered(question));
      },
    });
    const other = { ...IN_TOPIC, message_thread_id: 8 };
    await say(message("@baowen_test_bot 一？", IN_TOPIC));
    await say(message("@baowen_test_bot 二？", other));
    await say(message("/forget", IN_TOPIC));
    await say(message("@baowen_test_bot 三？", IN_TOPIC));
    await say(message("@baowen_test_bot 四？", other));
    expect(heard).toEqual([[], [], [], ["二？"]]);
  });
});

test("the thread of a reply in an ordinary group is no topic", async () => {
  const { say } = await startTalk();
  const chat = { id: -501, type: "supergroup", title: "G" };
  const asking = message("@baowen_test_bot 何时？", { ...ENGLISH, chat, message_thread_id: 12 });
  const [answer] = await say(asking);
  expect(answer?.payload).not.toHaveProperty("message_thread_id");
});

describe("a reply to the bot that is a command", () => {
  const original = { message_id: 1, from: { id: 123456, is_bot: true, first_name: "Baowen" } };
  const reply = { ...ENGLISH, ...FORUM, reply_to_message: original };

  test("for another bot is none of this one's business", async () => {
    const { say, server } = await startTalk();
    server.push(message("/start@another_bot", reply));
    server.push(message("/weather@baowen_test_bot2 明天", reply));
    const [only] = await say(message("@baowen_test_bot 何时？", { ...ENGLISH, ...FORUM }));
    expect(only?.quotes).toHaveLength(1);
    expect(server.sent).toHaveLength(1);
  });

  test("for another bot gets the help where there is no other", async () => {
    const { say } = await startTalk();
    const [help] = await say(message("/start@another_bot", ENGLISH));
    expect(help?.text).toContain("Write a question");
  });

  test.each(["/weather", "/weather@Baowen_Test_Bot"])(
    "%s, which this bot does not have, gets the help",
    async (text) => {
      const { say } = await startTalk();
      const [help] = await say(message(text, reply));
      expect(help?.text).toContain("Write a question");
    },
  );
});

test("an article that is asked for in a group has pages that turn there in place", async () => {
  const long = { ...ARTICLE, text: "一句有些长度的话。".repeat(900) };
  const { say, press, server } = await startTalk({ article: () => long });
  const [page] = await say(message(`/article ${ARTICLE.id}`, { ...ENGLISH, ...FORUM }));
  if (!page) throw new Error("A page.");
  const next = buttonsOf(page)["Next page"] ?? "";
  await press(page, next, { message: shownIn(page, FORUM) });
  const [, second] = await server.waitForSent(2);
  expect(second).toMatchObject({ method: "editMessageText", messageId: page.messageId });
});

/** A message of the bot as a press of its buttons shows it. */
function shownIn({ messageId, text, payload }: SentMessage, place: object): object {
  return { message_id: messageId, date: 1, text, reply_markup: payload["reply_markup"], ...place };
}
