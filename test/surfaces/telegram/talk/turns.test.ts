import { describe, expect, test } from "vitest";
import type { Newspaper } from "../../../../src/answer/newspaper.ts";
import { answered, citation, message, messageIn, reader } from "../bot-under-test.ts";
import { startTalk } from "./talk-under-test.ts";

describe("a follow-up", () => {
  test("is asked with the earlier questions of its own chat and topic, and no other", async () => {
    const heard: unknown[] = [];
    const { say } = await startTalk(hearing(heard));
    await say(message("谁主持了会议？"));
    await say(messageIn(2002, "桥修好了吗？"));
    const topic = { is_topic_message: true, message_thread_id: 5 };
    await say(message("投资多少？", topic));
    await say(message("什么时候？"));
    await say(message("在哪里？"));
    expect(heard).toEqual([
      ["谁主持了会议？", []],
      ["桥修好了吗？", []],
      ["投资多少？", []],
      ["什么时候？", ["谁主持了会议？"]],
      ["在哪里？", ["谁主持了会议？", "什么时候？"]],
    ]);
  });

  test("is none after /forget, nor after a day", async () => {
    const heard: unknown[] = [];
    const { say } = await startTalk(hearing(heard));
    await say(message("谁主持了会议？"));
    await say(message("/forget"));
    await say(message("什么时候？"));
    expect(heard.at(-1)).toEqual(["什么时候？", []]);
  });

  test("is understood after a restart", async () => {
    const heard: unknown[] = [];
    const first = await startTalk(hearing(heard));
    await first.say(message("谁主持了会议？"));
    await first.bot.stop();
    const second = await startTalk(hearing(heard), { stateDir: first.stateDir });
    await second.say({ ...message("什么时候？"), update_id: 900 });
    expect(heard.at(-1)).toEqual(["什么时候？", ["谁主持了会议？"]]);
  });
});

describe("an edited question", () => {
  test("is answered in place of its answer", async () => {
    const { say } = await startTalk({
      ask: (question) => Promise.resolve(withQuotes(question, [question])),
    });
    const [answer] = await say(message("一？", { message_id: 5 }));
    const [again] = await say(edited("二？", { message_id: 5 }));
    expect(again).toMatchObject({ method: "editMessageText", messageId: answer?.messageId });
    expect(again?.quotes).toEqual(["二？"]);
  });

  test("gets further messages for a longer answer, and loses those that are left over", async () => {
    const long = "很长的一段话。".repeat(500);
    const { say, server } = await startTalk({
      ask: (question) => {
        const quotes = question === "长？" ? [long, `又${long}`] : ["短。"];
        return Promise.resolve(withQuotes(question, quotes));
      },
    });
    const [short] = await say(message("短？", { message_id: 5 }));
    const [first, second] = await say(edited("长？", { message_id: 5 }), 2);
    expect(first).toMatchObject({ method: "editMessageText", messageId: short?.messageId });
    expect(second?.method).toBe("sendMessage");
    await say(edited("短？", { message_id: 5 }));
    await server.waitFor(() => server.callsOf("deleteMessage").length === 1, "a deleted message");
    expect(server.callsOf("deleteMessage")[0]?.payload).toMatchObject({
      message_id: second?.messageId,
    });
  });

  test("that was none before is answered as a new one", async () => {
    const { say } = await startTalk();
    const [answer] = await say(edited("会议何时召开？", { message_id: 6 }));
    expect(answer?.method).toBe("sendMessage");
  });
});

describe("an answer that takes long", () => {
  test("is announced by a draft in a private chat", async () => {
    const slow = slowNewspaper();
    const { say, server } = await startTalk(slow.newspaper);
    const saying = say(message("何时？", reader("en")));
    await server.waitFor(() => server.callsOf("sendMessageDraft").length === 1, "a draft");
    expect(server.callsOf("sendMessageDraft")[0]?.payload["text"]).toBe(
      "I am looking through the paper…",
    );
    slow.answer();
    expect((await saying)[0]?.method).toBe("sendMessage");
  });

  test("is announced by a message in a group, which becomes the answer", async () => {
    const slow = slowNewspaper();
    const { say, server } = await startTalk(slow.newspaper);
    const group = { chat: { id: -5, type: "group", title: "组" } };
    const asking = message("@baowen_test_bot 何时？", { ...group, ...reader("en") });
    const [placeholder] = await say(asking);
    expect(placeholder?.text).toBe("I am looking through the paper…");
    slow.answer();
    await server.waitForSent(2);
    expect(server.sent[1]).toMatchObject({
      method: "editMessageText",
      messageId: placeholder?.messageId,
      quotes: ["会议指出，要转作风。"],
    });
  });
});

function hearing(heard: unknown[]): Partial<Newspaper> {
  return {
    ask: (question, { history } = {}) => {
      heard.push([question, history]);
      return Promise.resolve(answered(question));
    },
  };
}

function withQuotes(question: string, quotes: readonly string[]) {
  const citations = quotes.map((quote, i) => citation({ n: i + 1, quote }));
  return answered(question, { citations });
}

function edited(text: string, changes: object): object {
  return { edited_message: { ...message(text, changes).message, edit_date: 1_700_000_100 } };
}

/** A newspaper that answers when it is told to. */
function slowNewspaper() {
  let answer: () => void = () => undefined;
  const told = new Promise<void>((resolve) => (answer = resolve));
  const ask = async (question: string) => {
    await told;
    return answered(question);
  };
  return {
    newspaper: { ask },
    answer: () => {
      answer();
    },
  };
}
