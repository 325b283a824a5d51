import { describe, expect, test } from "vitest";
import { answered, message, reader } from "../bot-under-test.ts";
import { until } from "../inbox/inbox-under-test.ts";
import { startTalk, type Talk } from "./talk-under-test.ts";

describe("an edited question", () => {
  test("is asked with the questions before it, not with its own old words nor with later ones", async () => {
    const { talk, heard } = await talkThatHears();
    await talk.say(message("谁主持了会议？", { message_id: 4 }));
    await talk.say(message("什么时侯？", { message_id: 5 }));
    await talk.say(message("票价多少？", { message_id: 6 }));
    await talk.say(edited("什么时候？", { message_id: 5 }));
    expect(heard.at(-1)).toEqual(["什么时候？", ["谁主持了会议？"]]);
  });

  test("is what later questions follow up on, in its old place", async () => {
    const { talk, heard } = await talkThatHears();
    await talk.say(message("一？", { message_id: 4 }));
    await talk.say(message("二？", { message_id: 5 }));
    await talk.say(edited("壹？", { message_id: 4 }));
    await talk.say(message("三？", { message_id: 6 }));
    expect(heard.at(-1)).toEqual(["三？", ["壹？", "二？"]]);
  });

  test("of which the answer stays the same changes nothing, and makes no noise", async () => {
    const talk = await startTalk();
    await talk.say(message("一？", { message_id: 5 }));
    const same = "Bad Request: message is not modified: specified new message content is the same";
    talk.server.fail("editMessageText", { code: 400, description: same });
    talk.server.push(edited("一？？", { message_id: 5 }));
    await until(() => talk.server.callsOf("editMessageText").length === 1);
    await until(() => talk.state.inbox.depth === 0);
    expect(talk.server.sent).toHaveLength(1);
    expect(talk.state.inbox.parked()).toEqual([]);
    expect([...talk.log.of("warn"), ...talk.log.of("error")]).toEqual([]);
  });

  test("in a group is answered in place only while it is meant for the bot", async () => {
    const talk = await startTalk();
    const group = { chat: { id: -5, type: "group", title: "组" }, message_id: 5 };
    const [answer] = await talk.say(message("@baowen_test_bot 何时？", group));
    talk.server.push(edited("算了", group));
    const [again] = await talk.say(edited("@baowen_test_bot 谁？", group));
    expect(again).toMatchObject({ method: "editMessageText", messageId: answer?.messageId });
    expect(talk.server.sent).toHaveLength(2);
  });
});

/** A talk, and each question that the newspaper was asked with the questions before it. */
async function talkThatHears(): Promise<{ talk: Talk; heard: unknown[] }> {
  const heard: unknown[] = [];
  const talk = await startTalk({
    ask: (question, { history } = {}) => {
      heard.push([question, history]);
      return Promise.resolve(answered(question));
    },
  });
  return { talk, heard };
}

function edited(text: string, changes: object): { edited_message: object } {
  const { message: it } = message(text, { ...reader("en"), ...changes });
  return { edited_message: { ...it, edit_date: 1_700_000_100 } };
}
