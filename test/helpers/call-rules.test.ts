import { describe, expect, test } from "vitest";
import { complaintAbout } from "./call-rules.ts";
import type { Payload } from "./request-payload.ts";

function complaint(method: string, payload: Payload): string | undefined {
  return complaintAbout({ root: "", method, payload });
}

describe("a button", () => {
  test.each([
    { text: "一", callback_data: "x" },
    { text: "一", callback_data: "中".repeat(21) },
    { text: "\u200f一", url: "https://t.me/bot?start=x" },
    { text: "一", url: "tg://user?id=1" },
  ])("may be %j", (button) => {
    expect(complaint("sendMessage", withButton(button))).toBeUndefined();
    expect(complaint("editMessageText", withButton(button))).toBeUndefined();
  });

  test.each([
    [{ text: " \n", callback_data: "x" }, "inline keyboard button text must be non-empty"],
    [{ text: "\u202e\u200b", callback_data: "x" }, "inline keyboard button text must be non-empty"],
    [{ text: "一" }, "Text buttons are unallowed in the inline keyboard"],
    [
      { text: "一", callback_data: "x", url: "https://a.b" },
      "exactly one optional field must be used",
    ],
    [{ text: "一", callback_data: "" }, "BUTTON_DATA_INVALID"],
    [{ text: "一", callback_data: "中".repeat(22) }, "BUTTON_DATA_INVALID"],
    [{ text: "一", url: "javascript:alert(1)" }, "inline keyboard button URL is invalid"],
    [{ text: "一", url: "a.b" }, "inline keyboard button URL is invalid"],
  ])("may not be %j", (button, words) => {
    expect(complaint("sendMessage", withButton(button))).toBe(words);
  });
});

test.each([
  [{}, undefined],
  [{ text: "字".repeat(200) }, undefined],
  [{ text: "字".repeat(201) }, "MESSAGE_TOO_LONG"],
])("the toast of a button has two hundred characters at most (%#)", (payload, expected) => {
  expect(complaint("answerCallbackQuery", payload)).toBe(expected);
});

describe("results of an inline question", () => {
  test.each([
    ["none", [], undefined],
    ["fifty", Array.from({ length: 50 }, (_, i) => result({ id: String(i) })), undefined],
    [
      "fifty-one",
      Array.from({ length: 51 }, (_, i) => result({ id: String(i) })),
      "RESULTS_TOO_MUCH",
    ],
    ["two of one id", [result(), result()], "RESULT_ID_DUPLICATE"],
    ["without id", [result({ id: "" })], "RESULT_ID_INVALID"],
    ["an id of 66 bytes", [result({ id: "中".repeat(22) })], "RESULT_ID_INVALID"],
    ["without title", [result({ title: "\u200e" })], "ARTICLE_TITLE_EMPTY"],
    ["without words", [result({ input_message_content: words("<b> </b>") })], "MESSAGE_TOO_LONG"],
    ["4096 once parsed", [withWords(`<b>${"字".repeat(4095)}&lt;</b>`)], undefined],
    ["4097", [withWords("字".repeat(4097))], "MESSAGE_TOO_LONG"],
  ])("%s", (_, results, expected) => {
    expect(complaint("answerInlineQuery", { results })).toBe(expected);
  });

  test("whose markup is broken are refused with the place", () => {
    expect(complaint("answerInlineQuery", { results: [withWords("<b>字")] })).toMatch(
      /^can't parse entities: /,
    );
  });
});

test.each([
  [{ chat_id: 1, draft_id: 7, text: "字" }, undefined],
  [{ chat_id: -1, draft_id: 7, text: "字" }, "TEXTDRAFT_PEER_INVALID"],
  [{ chat_id: 1, draft_id: 0, text: "字" }, "draft_id must be non-zero"],
  [{ chat_id: 1, draft_id: 7, text: " " }, "message text is empty"],
  [{ chat_id: 1, draft_id: 7, text: "字".repeat(4097) }, "message is too long"],
])("a draft is for a private chat, numbered and not empty (%#)", (payload, expected) => {
  expect(complaint("sendMessageDraft", payload)).toBe(expected);
});

test.each([
  [{ url: "https://bot.example/x", secret_token: "a-b_C9" }, undefined],
  [{ url: "https://bot.example/x" }, undefined],
  [{ url: "bot.example/x" }, "bad webhook: An HTTPS URL must be provided for webhook"],
  [{ url: "https://a.b", secret_token: "秘密" }, "secret token contains unallowed characters"],
  [
    { url: "https://a.b", secret_token: "x".repeat(257) },
    "secret token contains unallowed characters",
  ],
])("a webhook has an address and a plain secret (%#)", (payload, expected) => {
  expect(complaint("setWebhook", payload)).toBe(expected);
});

describe("a menu", () => {
  test.each([
    ["latest", "最新的文章", undefined],
    ["a_9".repeat(10), "x".repeat(256), undefined],
    ["Latest", "x", "BOT_COMMAND_INVALID"],
    ["la-test", "x", "BOT_COMMAND_INVALID"],
    ["a".repeat(33), "x", "BOT_COMMAND_INVALID"],
    ["a", "", "BOT_COMMAND_INVALID"],
    ["a", "x".repeat(257), "BOT_COMMAND_INVALID"],
  ])("with /%s", (command, description, expected) => {
    const payload = { commands: [{ command, description }] };
    expect(complaint("setMyCommands", payload)).toBe(expected);
  });

  test("has a hundred commands at most", () => {
    const commands = Array.from({ length: 101 }, (_, i) => ({
      command: `c${i}`,
      description: "x",
    }));
    expect(complaint("setMyCommands", { commands })).toBe("BOT_COMMANDS_TOO_MUCH");
  });
});

function withButton(button: object): Payload {
  return { reply_markup: { inline_keyboard: [[button]] } };
}

function result(changes: object = {}): object {
  return { id: "1", title: "题", input_message_content: words("字"), ...changes };
}

function withWords(html: string): object {
  return result({ input_message_content: words(html) });
}

function words(html: string): object {
  return { message_text: html };
}
