import { describe, expect, test } from "vitest";
import { message, reader } from "../bot-under-test.ts";
import { until } from "../inbox/inbox-under-test.ts";
import { startTalk, type Talk } from "./talk-under-test.ts";

const ENGLISH = reader("en");
const SENTENCE = "I can only read text. Write your question in words and send it.";

describe("a message without words", () => {
  test.each([
    ...["photo", "voice", "sticker", "video", "video_note", "audio", "animation", "document"],
    ...["contact", "location", "poll", "dice", "story", "game", "checklist", "paid_media"],
  ])("gets one sentence: %s", async (kind) => {
    const { say, server, state } = await startTalk();
    const [reply] = await say(message(undefined, { ...ENGLISH, [kind]: {} }));
    expect(reply?.text).toBe(SENTENCE);
    await until(() => state.inbox.depth === 0);
    expect(server.sent).toHaveLength(1);
  });

  test("in a group is none of the bot's business, unless it replies to the bot", async () => {
    const { say, server } = await startTalk();
    const chat = { id: -5, type: "supergroup", title: "G" };
    server.push(message(undefined, { ...ENGLISH, chat, sticker: {} }));
    const original = { message_id: 1, from: { id: 123456, is_bot: true, first_name: "Baowen" } };
    const toBot = { ...ENGLISH, chat, sticker: {}, reply_to_message: original };
    const [reply] = await say(message(undefined, toBot));
    expect(reply).toMatchObject({ text: SENTENCE, chatId: -5 });
    expect(server.sent).toHaveLength(1);
  });
});

describe("an album", () => {
  test("gets one sentence", async () => {
    const talk = await startTalk();
    for (let i = 0; i < 3; i += 1) talk.server.push(photoOf("album"));
    expect(await textsOf(talk)).toEqual([SENTENCE]);
  });

  test("with a question below it gets the answer alone", async () => {
    const talk = await startTalk();
    talk.server.push(photoOf("album", { caption: "何时？" }));
    talk.server.push(photoOf("album"));
    talk.server.push(photoOf("album"));
    const texts = await textsOf(talk);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("会议指出");
  });

  test("gets one sentence when others are sent at the same time", async () => {
    const talk = await startTalk();
    for (let i = 0; i < 4; i += 1) {
      for (const id of [1001, 2002, 3003]) {
        const chat = { id, type: "private", first_name: "Ann" };
        talk.server.push(photoOf(`album of ${id}`, { chat }));
      }
    }
    await textsOf(talk);
    expect(talk.server.sent.map(({ chatId }) => chatId).sort()).toEqual([1001, 2002, 3003]);
  });

  test("gets its sentence with another try when it could not be sent", async () => {
    const talk = await startTalk();
    const fault = { code: 400, description: "Bad Request: something odd" };
    talk.server.fail("sendMessage", fault);
    talk.server.push(photoOf("album"));
    talk.server.push(photoOf("album"));
    await until(() => talk.server.sent.length === 1);
    expect(await textsOf(talk)).toEqual([SENTENCE]);
  });

  test("whose question is edited is answered once more", async () => {
    const talk = await startTalk();
    const { message: first } = photoOf("album", { caption: "何时？", message_id: 5 });
    const [answer] = await talk.say({ message: first });
    talk.server.push(photoOf("album"));
    const [again] = await talk.say({ edited_message: { ...first, caption: "谁？" } });
    expect(again?.method).toBe("editMessageText");
    expect(again?.messageId).toBe(answer?.messageId);
  });
});

function photoOf(album: string, changes: object = {}): { message: object } {
  return message(undefined, { ...ENGLISH, photo: [], media_group_id: album, ...changes });
}

/** What has been sent when everything that was pushed is done. */
async function textsOf({ server, state }: Talk): Promise<string[]> {
  await server.waitFor(() => server.unconfirmed.length === 0, "updates that have come");
  await until(() => state.inbox.depth === 0);
  return server.sent.map(({ text }) => text);
}
