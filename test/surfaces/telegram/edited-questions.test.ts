import { describe, expect, test } from "vitest";
import type { Newspaper } from "../../../src/answer/newspaper.ts";
import { answered, citation, message, reader } from "./bot-under-test.ts";
import { buttonsOf, startTalk } from "./talk/talk-under-test.ts";

const GROUP = { chat: { id: -500, type: "supergroup", title: "Readers" } };
const ENGLISH = reader("en");

describe("an edited question", () => {
  test("is answered by rewriting the first answer, each time it is edited", async () => {
    const { say, server } = await startTalk(echoing());
    const [answer] = await say(message("一", { message_id: 5 }));
    for (const words of ["二", "三"]) {
      const [again] = await say(edited(words, { message_id: 5 }));
      expect(again).toMatchObject({
        method: "editMessageText",
        messageId: answer?.messageId,
        quotes: [words],
      });
    }
    expect(server.callsOf("sendMessage")).toHaveLength(1);
  });

  test("with a longer answer rewrites the first message and sends the rest, with the buttons below the last", async () => {
    const { say } = await startTalk(echoing());
    const [short] = await say(message("短", { message_id: 5, ...ENGLISH }));
    expect(Object.keys(buttonsOf(short))).toContain("Not helpful");
    const all = await say(edited("长3", { message_id: 5, ...ENGLISH }), 3);
    expect(all.map(({ method }) => method)).toEqual([
      "editMessageText",
      "sendMessage",
      "sendMessage",
    ]);
    expect(all[0]?.messageId).toBe(short?.messageId);
    expect(all.map((sent) => Object.keys(buttonsOf(sent)).includes("Not helpful"))).toEqual([
      ...[false, false, true],
    ]);
  });

  test("with a shorter answer rewrites the first message and deletes what is left", async () => {
    const { say, server } = await startTalk(echoing());
    const [first, ...rest] = await say(message("长3", { message_id: 5, ...ENGLISH }), 3);
    const [short] = await say(edited("短", { message_id: 5, ...ENGLISH }));
    expect(short).toMatchObject({ method: "editMessageText", messageId: first?.messageId });
    expect(Object.keys(buttonsOf(short))).toContain("Not helpful");
    await server.waitFor(() => server.callsOf("deleteMessage").length === 2, "two deletions");
    expect(server.callsOf("deleteMessage").map(({ payload }) => payload["message_id"])).toEqual(
      rest.map(({ messageId }) => messageId),
    );
  });

  test("with an answer as long rewrites every message of it", async () => {
    const { say, server } = await startTalk(echoing());
    const before = await say(message("长2", { message_id: 5 }), 2);
    const after = await say(edited("久2", { message_id: 5 }), 2);
    expect(after.map(({ messageId }) => messageId)).toEqual(
      before.map(({ messageId }) => messageId),
    );
    expect(server.callsOf("deleteMessage")).toEqual([]);
  });

  test("is answered anew where its answer was deleted", async () => {
    const { say, server } = await startTalk(echoing());
    await say(message("一", { message_id: 5 }));
    const description = "Bad Request: message to edit not found";
    server.fail("editMessageText", { code: 400, description });
    const [again] = await say(edited("二", { message_id: 5 }));
    expect(again).toMatchObject({ method: "sendMessage", quotes: ["二"] });
    expect(again?.payload["reply_parameters"]).toMatchObject({ message_id: 5 });
    const [third] = await say(edited("三", { message_id: 5 }));
    expect(third).toMatchObject({ method: "editMessageText", messageId: again?.messageId });
  });

  test("goes on when a message that is left over cannot be deleted", async () => {
    const { say, server, log } = await startTalk(echoing());
    await say(message("长2", { message_id: 5 }), 2);
    const description = "Bad Request: message can't be deleted";
    server.fail("deleteMessage", { code: 400, description });
    await say(edited("短", { message_id: 5 }));
    await say(message("别的", { message_id: 6 }));
    expect(server.callsOf("deleteMessage")).toHaveLength(1);
    expect(log.of("error")).toEqual([]);
  });

  test("is remembered instead of what it was before", async () => {
    const heard: unknown[] = [];
    const { say } = await startTalk(echoing(heard));
    await say(message("谁主持？", { message_id: 5 }));
    await say(edited("谁出席？", { message_id: 5 }));
    await say(message("何时？", { message_id: 6 }));
    expect(heard.at(-1)).toEqual(["何时？", ["谁出席？"]]);
  });

  test("follows the questions before it, neither itself as it was nor those that came since", async () => {
    const heard: unknown[] = [];
    const { say } = await startTalk(echoing(heard));
    await say(message("谁主持？", { message_id: 4 }));
    await say(message("何时？", { message_id: 5 }));
    await say(message("在哪里？", { message_id: 6 }));
    await say(edited("哪一天？", { message_id: 5 }));
    expect(heard.at(-1)).toEqual(["哪一天？", ["谁主持？"]]);
    await say(message("为什么？", { message_id: 7 }));
    expect(heard.at(-1)).toEqual(["为什么？", ["谁主持？", "哪一天？", "在哪里？"]]);
  });

  test("leaves the answers to other questions alone, also one of the same number in another chat", async () => {
    const { say } = await startTalk(echoing());
    const [mine] = await say(message("一", { message_id: 5 }));
    const other = { id: 2002, type: "private", first_name: "王" };
    const [others] = await say(message("甲", { message_id: 5, chat: other }));
    const [next] = await say(message("二", { message_id: 6 }));
    const [again] = await say(edited("乙", { message_id: 5, chat: other }));
    expect(again).toMatchObject({ messageId: others?.messageId, chatId: 2002, quotes: ["乙"] });
    expect([mine?.messageId, next?.messageId]).not.toContain(again?.messageId);
  });

  test("that fails now reads the apology in place of the answer, without its buttons", async () => {
    const { say } = await startTalk({
      ask: (question) =>
        question === "坏" ? Promise.reject(new Error("broken")) : Promise.resolve(saying(question)),
    });
    const [answer] = await say(message("好", { message_id: 5, ...ENGLISH }));
    const [sorry] = await say(edited("坏", { message_id: 5, ...ENGLISH }));
    expect(sorry).toMatchObject({ method: "editMessageText", messageId: answer?.messageId });
    expect(sorry?.text).toContain("something went wrong on my side");
    expect(buttonsOf(sorry)).toEqual({});
  });
});

describe("an edited message that was no question before", () => {
  test("is answered, as a reply to it", async () => {
    const { say } = await startTalk(echoing());
    const [answer] = await say(edited("何时？", { message_id: 8 }));
    expect(answer).toMatchObject({ method: "sendMessage", quotes: ["何时？"] });
    expect(answer?.payload["reply_parameters"]).toMatchObject({ message_id: 8 });
  });

  test("is answered in a group once it mentions the bot", async () => {
    const { say, server } = await startTalk(echoing());
    server.push(message("何时？", { message_id: 8, ...GROUP }));
    const [answer] = await say(edited("@baowen_test_bot 何时？", { message_id: 8, ...GROUP }));
    expect(answer).toMatchObject({ method: "sendMessage", chatId: -500, quotes: ["何时？"] });
    expect(server.sent).toHaveLength(1);
  });

  test("but a command is answered once it is a question, and the command's own reply stays", async () => {
    const { say } = await startTalk(echoing());
    const [help] = await say(message("/help", { message_id: 8 }));
    const [answer] = await say(edited("何时？", { message_id: 8 }));
    expect(answer?.method).toBe("sendMessage");
    expect(answer?.messageId).not.toBe(help?.messageId);
  });
});

function edited(text: string, changes: object): object {
  return { edited_message: { ...message(text, changes).message, edit_date: 1_700_000_100 } };
}

/** A paper that quotes the question, or as many long sentences as it says; notes what it is asked. */
function echoing(heard: unknown[] = []): Partial<Newspaper> {
  return {
    ask: (question, { history } = {}) => {
      heard.push([question, history]);
      return Promise.resolve(saying(question));
    },
  };
}

function saying(question: string) {
  const [, word = "", count = ""] = /^(.)(\d)$/.exec(question) ?? [];
  const quotes =
    count === "" ? [question] : Array.from({ length: Number(count) }, () => word.repeat(3500));
  return answered(question, { citations: quotes.map((quote, i) => citation({ n: i + 1, quote })) });
}
