import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { answered, message, messageIn, reader } from "./bot-under-test.ts";
import { buttonsOf, startTalk } from "./talk/talk-under-test.ts";

const GROUP = { id: -500, type: "supergroup", title: "Readers" };

describe("a question that follows", () => {
  test("is asked with the earlier questions of its chat, oldest first, six at most", async () => {
    const { ask, historyOf } = await hearing();
    const questions = ["一", "二", "三", "四", "五", "六", "七", "八"];
    for (const question of questions) await ask(message(question));
    expect(historyOf("一")).toEqual([]);
    expect(historyOf("三")).toEqual(["一", "二"]);
    expect(historyOf("八")).toEqual(["二", "三", "四", "五", "六", "七"]);
  });

  test("never hears of another chat, nor of another topic of its own", async () => {
    const { ask, historyOf } = await hearing();
    const inTopic = (topic: number, text: string) =>
      message(`@baowen_test_bot ${text}`, {
        ...{ chat: GROUP, is_topic_message: true, message_thread_id: topic },
      });
    await ask(message("私一"));
    await ask(messageIn(2002, "别人"));
    await ask(message("@baowen_test_bot 群一", { chat: GROUP }));
    await ask(inTopic(5, "五一"));
    await ask(inTopic(6, "六一"));
    await ask(inTopic(5, "五二"));
    await ask(message("@baowen_test_bot 群二", { chat: GROUP }));
    await ask(messageIn(2002, "别人又"));
    await ask(message("私二"));
    expect(["群一", "五一", "六一"].map(historyOf)).toEqual([[], [], []]);
    expect(historyOf("五二")).toEqual(["五一"]);
    expect(historyOf("群二")).toEqual(["群一"]);
    expect(historyOf("别人又")).toEqual(["别人"]);
    expect(historyOf("私二")).toEqual(["私一"]);
  });

  test("in a thread of replies that is no topic follows the questions of the group", async () => {
    const { ask, historyOf } = await hearing();
    await ask(message("@baowen_test_bot 群一", { chat: GROUP }));
    await ask(message("@baowen_test_bot 群二", { chat: GROUP, message_thread_id: 77 }));
    expect(historyOf("群二")).toEqual(["群一"]);
  });

  test("hears what everybody asked in a group", async () => {
    const { ask, historyOf } = await hearing();
    await ask(message("@baowen_test_bot 甲问", { chat: GROUP }));
    const from = { id: 2002, is_bot: false, first_name: "王" };
    await ask(message("@baowen_test_bot 乙问", { chat: GROUP, from }));
    expect(historyOf("乙问")).toEqual(["甲问"]);
  });

  test("hears neither commands, nor what could not be asked, nor itself asked before", async () => {
    const { ask, historyOf, heard } = await hearing();
    await ask(message("/help"));
    await ask(message("太长"));
    await ask(message("何时？"));
    await ask(message("何时？"));
    expect(historyOf("何时？")).toEqual([]);
    expect(heard.at(-1)).toEqual(["何时？", []]);
  });
});

test("more of an answer follows the questions before it, not those that came since", async () => {
  const { ask, press, heard } = await hearing();
  await ask(message("谁主持？"));
  const [answer] = await ask(message("何时？", reader("en")));
  await ask(message("在哪里？"));
  if (answer === undefined) throw new Error("Expected an answer.");
  await press(answer, buttonsOf(answer)["More from this article"] ?? "");
  expect(heard.at(-1)).toEqual(["何时？", ["谁主持？"]]);
});

describe("/forget", () => {
  test("empties the questions before, and what is asked afterwards is remembered", async () => {
    const { ask, historyOf } = await hearing();
    await ask(message("一"));
    await ask(message("二"));
    await ask(message("/forget"));
    await ask(message("三"));
    await ask(message("四"));
    expect(historyOf("三")).toEqual([]);
    expect(historyOf("四")).toEqual(["三"]);
  });

  test("forgets its own chat and no other, and its own topic and no other", async () => {
    const { ask, historyOf } = await hearing();
    const topic = { is_topic_message: true, message_thread_id: 5 };
    await ask(message("一"));
    await ask(message("题一", topic));
    await ask(messageIn(2002, "别人"));
    await ask(message("/forget", topic));
    await ask(message("二"));
    await ask(message("题二", topic));
    await ask(messageIn(2002, "别人又"));
    expect(historyOf("二")).toEqual(["一"]);
    expect(historyOf("题二")).toEqual([]);
    expect(historyOf("别人又")).toEqual(["别人"]);
  });
});

/** A talk with a paper that notes what it is asked, and with which questions before. */
async function hearing() {
  const heard: [string, readonly string[] | undefined][] = [];
  const { say, press } = await startTalk({
    ask: (question, { history } = {}) => {
      heard.push([question, history]);
      return question === "太长"
        ? Promise.reject(new UserError("Too long."))
        : Promise.resolve(answered(question));
    },
  });
  const historyOf = (question: string) => heard.find(([asked]) => asked === question)?.[1];
  return { ask: (update: object) => say(update), press, historyOf, heard };
}
