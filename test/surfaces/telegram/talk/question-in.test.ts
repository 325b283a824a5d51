import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { isAddressed, questionIn } from "../../../../src/surfaces/telegram/talk/question-in.ts";
import { message } from "../bot-under-test.ts";

const ME = { id: 9, username: "baowen_bot" };

const inGroup = (text: string | undefined, changes: object = {}): Message =>
  message(text, { chat: { id: -5, type: "supergroup", title: "G" }, ...changes })
    .message as Message;

describe("questionIn", () => {
  test.each([
    ["@baowen_bot 何时召开？", "何时召开？"],
    ["何时召开？@BAOWEN_BOT", "何时召开？"],
    ["  何时召开？ \n", "何时召开？"],
    ["@baowen_bot", ""],
    ["问@baowen_bot2 好", "问@baowen_bot2 好"],
    ["reader@baowen_bot.example", "reader@baowen_bot.example"],
  ])("%j asks %j", (text, question) => {
    expect(questionIn(inGroup(text), ME.username)).toBe(question);
  });

  test("a message without words asks nothing", () => {
    expect(questionIn(inGroup(undefined), ME.username)).toBeUndefined();
  });
});

describe("isAddressed", () => {
  test("everything in a private chat is", () => {
    expect(isAddressed(message("你好").message as Message, ME)).toBe(true);
  });

  test.each([
    ["a mention", "问问@baowen_bot吧", {}, true],
    ["a mention of another", "@baowen_bot2 你好", {}, false],
    ["plain talk", "你好", {}, false],
    ["a reply to the bot", "你好", { reply_to_message: { from: { id: 9 } } }, true],
    ["a reply to another", "你好", { reply_to_message: { from: { id: 8 } } }, false],
    [
      "talk in a topic that the bot opened",
      "你好",
      { reply_to_message: { from: { id: 9 }, forum_topic_created: {} } },
      false,
    ],
  ])("in a group, %s", (_, text, changes, expected) => {
    expect(isAddressed(inGroup(text, changes), ME)).toBe(expected);
  });
});
