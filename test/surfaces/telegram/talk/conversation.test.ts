import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { BotApiServer } from "../../../helpers/bot-api-server.ts";
import {
  ARTICLE,
  answered,
  citation,
  type BotUnderTest,
  fakeNewspaper,
  message,
  reader,
  startBot,
} from "../bot-under-test.ts";

let server: BotApiServer;
let running: BotUnderTest;
let asked: string[];

beforeEach(async () => {
  server = await new BotApiServer().listen();
  asked = [];
  const ask = (question: string) => {
    asked.push(question);
    return Promise.resolve(answered(question));
  };
  running = await startBot(server, fakeNewspaper({ ask }));
});

afterEach(async () => {
  await running.bot.stop();
  await server.close();
});

// What the bot says to one update; an update that must go unanswered is followed by one that must not.
async function said(update: object, count = 1) {
  const before = server.sent.length;
  server.push({ ...update });
  await server.waitForSent(before + count);
  return server.sent.slice(before);
}

async function saidNothingTo(update: object): Promise<void> {
  server.push({ ...update });
  const [only] = await said(message("/help"));
  expect(only?.text).toContain("写下问题发给我");
  expect(server.sent).toHaveLength(1);
  expect(running.log.of("error")).toEqual([]);
}

describe("a question", () => {
  test("is answered with the quote, its place and a link to the article, as a reply without preview", async () => {
    const [answer] = await said(message("会议指出了什么？", { message_id: 5 }));
    expect(answer?.text).toBe(
      "报纸上写道：\n\n" + "1. <能力作风> & 总结会\n2022年9月30日，第A02版\n会议指出，要转作风。",
    );
    expect(answer?.quotes).toEqual(["会议指出，要转作风。"]);
    expect(answer?.links).toEqual(["https://t.me/baowen_test_bot?start=meeting-2022"]);
    expect(answer?.payload).toMatchObject({
      chat_id: 1001,
      link_preview_options: { is_disabled: true },
      reply_parameters: { message_id: 5, allow_sending_without_reply: true },
    });
  });

  test("shows typing while it is worked on", async () => {
    await running.bot.stop();
    const ask = async (question: string) => {
      await server.waitFor(() => server.callsOf("sendChatAction").length === 1);
      return answered(question);
    };
    running = await startBot(server, fakeNewspaper({ ask }));
    await said(message("会议指出了什么？"));
    expect(server.callsOf("sendChatAction")[0]?.payload).toEqual({
      chat_id: 1001,
      action: "typing",
    });
  });

  test("is answered when typing cannot be shown", async () => {
    server.fail("sendChatAction", { code: 429, description: "Too Many Requests", retryAfter: 60 });
    await said(message("会议指出了什么？"));
    expect(running.log.of("warn")).toEqual([]);
  });

  test("in a forum topic is answered in that topic", async () => {
    const [answer] = await said(
      message("何时召开？", { is_topic_message: true, message_thread_id: 5 }),
    );
    expect(answer?.payload["message_thread_id"]).toBe(5);
  });

  test("that is edited after it was answered is answered in place of its answer", async () => {
    const [before] = await said(message("何时召开？", { message_id: 5 }));
    const edited = message("会议指出了什么？", { message_id: 5 }).message;
    await running.bot.stop();
    const ask = (question: string) =>
      Promise.resolve(answered(question, { citations: [citation({ quote: question })] }));
    running = await startBot(server, fakeNewspaper({ ask }), { stateDir: running.stateDir });
    const [after] = await said({ edited_message: edited });
    expect(after?.messageId).toBe(before?.messageId);
    expect(after?.quotes).toEqual(["会议指出了什么？"]);
  });

  test("may stand under a photo", async () => {
    await said(message(undefined, { photo: [], caption: "这次会议何时召开？" }));
    expect(asked).toEqual(["这次会议何时召开？"]);
  });

  test("appears in the log at debug level only", async () => {
    await said(message("秘密问题"));
    const lines = running.log.lines.filter((line) => !line.startsWith("debug"));
    expect(lines.join("\n")).toContain('"status":"answered"');
    expect(lines.join("\n")).not.toContain("秘密问题");
  });
});

describe("commands", () => {
  test.each([
    ["zh-hans", "/start", "用您自己的话问我"],
    ["zh", "/help", "写下问题发给我"],
    ["en", "/start", "Ask me about the newspaper"],
    ["de", "/help", "Write a question"],
    [undefined, "/start", "Ask me about the newspaper"],
    ["en", "/unknown", "Write a question"],
  ])("a reader whose Telegram speaks %s sends %s and reads: %s", async (language, text, words) => {
    const [reply] = await said(message(text, reader(language)));
    expect(reply?.text).toContain(words);
    expect(asked).toEqual([]);
  });

  test("/start with an article's id prints the article", async () => {
    const [reply] = await said(message(`/start ${ARTICLE.id}`));
    expect(reply?.text).toBe(
      `<能力作风> & 总结会\n记者 王明 · 2022年9月30日，第A02版\n\n${ARTICLE.text}`,
    );
  });

  test("/start with an id that is gone says so", async () => {
    const [reply] = await said(message("/start gone", reader("en")));
    expect(reply?.text).toContain("no longer have that article");
  });
});

describe("other messages", () => {
  test("a message without words gets one sentence, an album only one in all", async () => {
    const photo = message(undefined, { photo: [], media_group_id: "album" });
    server.push(photo);
    server.push(photo);
    const [first, second] = await said(message(undefined, { voice: {} }), 2);
    expect([first?.text, second?.text]).toEqual(
      Array(2).fill("我只能看懂文字，请把问题写成文字发给我。"),
    );
  });

  test.each([
    ["an edited photo", { edited_message: message(undefined, { photo: [] }).message }],
    ["an edited command", { edited_message: message("/help").message }],
    ["a channel post", { channel_post: message("一条消息").message }],
    ["someone joining", message(undefined, { new_chat_members: [] })],
    ["another bot", message("问题", { from: { id: 5, is_bot: true, first_name: "B" } })],
  ])("%s is ignored quietly", async (_, update) => {
    await saidNothingTo(update);
  });
});

describe("in a group", () => {
  const chat = { chat: { id: -500, type: "supergroup", title: "Readers" } };

  test("a message to others is ignored, also when it is a photo", async () => {
    server.push(message(undefined, { ...chat, photo: [] }));
    await saidNothingTo(message("大家好", chat));
  });

  test("a mention is answered, without the mention in the question", async () => {
    const [answer] = await said(message("@Baowen_Test_Bot 何时召开？", chat));
    expect(answer?.chatId).toBe(-500);
    expect(asked).toEqual(["何时召开？"]);
  });

  test("a reply to the bot is answered", async () => {
    const original = { message_id: 1, from: { id: 123456, is_bot: true, first_name: "Baowen" } };
    await said(message("谁出席了？", { ...chat, reply_to_message: original }));
    expect(asked).toEqual(["谁出席了？"]);
  });

  test("a bare mention gets the help", async () => {
    const [reply] = await said(message("@baowen_test_bot", chat));
    expect(reply?.text).toContain("写下问题发给我");
  });

  test("a command is answered, but not one for another bot", async () => {
    await said(message("/start@baowen_test_bot", chat));
    server.push(message("/start@another_bot", chat));
    const [reply] = await said(message("/help", chat));
    expect(reply?.text).toContain("写下问题发给我");
  });
});

describe("when something goes wrong", () => {
  test("a failure while answering is told to the reader in one sentence, and the bot goes on", async () => {
    await running.bot.stop();
    const failing = fakeNewspaper({
      ask: (question) =>
        question === "坏"
          ? Promise.reject(new Error("index is damaged"))
          : Promise.resolve(answered(question)),
    });
    running = await startBot(server, failing);
    const [sorry] = await said(message("坏"));
    expect(sorry?.text).toBe("抱歉，我这边出了点问题，请稍后再问一次。");
    expect(running.log.of("error")).toEqual([
      'error A question could not be answered {"update":501,"reason":"index is damaged"}',
    ]);
    const [answer] = await said(message("好"));
    expect(answer?.quotes).toHaveLength(1);
  });

  test("a question that cannot be asked is answered with the reason", async () => {
    await running.bot.stop();
    const strict = fakeNewspaper({
      ask: () => Promise.reject(new UserError("Expected at most 1000 characters, got <2000>.")),
    });
    running = await startBot(server, strict);
    const [reply] = await said(message("很长的问题"));
    expect(reply?.text).toBe("Expected at most 1000 characters, got <2000>.");
    expect(running.log.of("error")).toEqual([]);
  });

  test("a limit of Telegram's is waited out as long as it asks", async () => {
    server.fail("sendMessage", { code: 429, description: "Too Many Requests", retryAfter: 1 });
    const started = performance.now();
    await said(message("何时召开？"));
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ["a reader who has blocked the bot", 403, "Forbidden: bot was blocked by the user"],
    ["a chat that lets it not speak", 400, "Bad Request: not enough rights to send text messages"],
    ["a chat that is gone", 400, "Bad Request: chat not found"],
  ])("%s makes no noise, and the bot goes on", async (_, code, description) => {
    server.fail("sendMessage", { code, description });
    server.push(message("何时召开？"));
    await said(message("谁出席了？"));
    expect([...running.log.of("warn"), ...running.log.of("error")]).toEqual([]);
  });

  test("markup that Telegram refuses is sent as plain text", async () => {
    server.fail("sendMessage", { code: 400, description: "Bad Request: can't parse entities: x" });
    const [answer] = await said(message("何时召开？"));
    expect(answer?.payload["parse_mode"]).toBeUndefined();
    expect(answer?.text).toContain("1. <能力作风> & 总结会 https://t.me/");
    expect(running.log.of("warn")).toHaveLength(1);
  });
});
