import { describe, expect, test } from "vitest";
import type { Newspaper } from "../../../src/answer/newspaper.ts";
import type { Article } from "../../../src/articles/article.ts";
import type { SentMessage } from "../../helpers/bot-api-server.ts";
import { ARTICLE, answered, citation, message, reader } from "./bot-under-test.ts";
import { buttonsOf, startTalk, type Talk } from "./talk/talk-under-test.ts";

const ENGLISH = reader("en");
const GROUP = { id: -500, type: "supergroup", title: "Readers" };
const MEETING = articleWith("meeting", "会议", [
  "会议在周一召开。",
  "会议要求转作风。",
  "王明主持。",
]);
const BRIDGE = articleWith("bridge", "大桥", ["大桥已经修好。", "大桥长三里。"]);

describe("the button of an article", () => {
  test("opens it in a private chat, each article of the answer by its own button", async () => {
    const talk = await startTalk(paperOf([MEETING, BRIDGE], 1));
    const answer = await answerTo(talk, "何时？");
    expect(Object.entries(buttonsOf(answer)).slice(0, 2)).toEqual([
      ["1. 会议", "a:meeting:1"],
      ["2. 大桥", "a:bridge:1"],
    ]);
    for (const { id, text } of [MEETING, BRIDGE]) {
      expect(await talk.press(answer, `a:${id}:1`)).toBe("");
      expect(talk.server.sent.at(-1)).toMatchObject({ method: "sendMessage", chatId: 1001 });
      expect(talk.server.sent.at(-1)?.text).toContain(text);
    }
  });

  test("is a link in a group, so that no article is printed there", async () => {
    const talk = await startTalk(paperOf([MEETING, BRIDGE], 1));
    const answer = await answerTo(talk, "@baowen_test_bot 何时？", { chat: GROUP });
    expect(buttonsOf(answer)).toMatchObject({
      "1. 会议": "https://t.me/baowen_test_bot?start=meeting",
      "2. 大桥": "https://t.me/baowen_test_bot?start=bridge",
    });
  });
});

describe("more and others", () => {
  test("more answers the same question from the same article, and repeats nothing that was said", async () => {
    const talk = await startTalk(paperOf([MEETING, BRIDGE], 2, ["meeting"]));
    const answer = await answerTo(talk, "何时？");
    expect(answer.quotes).toEqual(["会议在周一召开。", "会议要求转作风。"]);
    expect(Object.keys(buttonsOf(answer))).toHaveLength(4);
    expect(await talk.press(answer, moreOf(answer))).toBe("");
    const more = talk.server.sent.at(-1);
    expect(more).toMatchObject({ method: "sendMessage", quotes: ["王明主持。"] });
    expect(more?.messageId).not.toBe(answer.messageId);
  });

  test("more repeats nothing of an answer that took several messages", async () => {
    const long = ["一", "二", "三"].map((word) => `${word.repeat(3000)}。`);
    const talk = await startTalk(paperOf([articleWith("long", "长文", long)], 2));
    const [, last] = await talk.say(message("何时？", ENGLISH), 2);
    if (last === undefined) throw new Error("Expected a second message.");
    await talk.press(last, moreOf(last));
    expect(talk.server.sent.slice(2).flatMap(({ quotes }) => quotes)).toEqual(long.slice(2));
  });

  test("others answers from the articles that were not quoted", async () => {
    const talk = await startTalk(paperOf([MEETING, BRIDGE], 2, ["meeting"]));
    const answer = await answerTo(talk, "何时？");
    await talk.press(answer, buttonsOf(answer)["Other articles"] ?? "");
    const others = talk.server.sent.at(-1);
    expect(others?.quotes).toEqual(["大桥已经修好。", "大桥长三里。"]);
    expect(buttonsOf(others)).toEqual({ "1. 大桥": "a:bridge:1" });
    // Its only button opens the article, but not in place of the answer.
    await talk.press(others ?? answer, "a:bridge:1");
    expect(talk.server.sent.at(-1)?.method).toBe("sendMessage");
  });

  test("nothing more is told for a moment, and nothing is sent", async () => {
    const talk = await startTalk(paperOf([MEETING], 3));
    const answer = await answerTo(talk, "何时？");
    const { "Other articles": others = "" } = buttonsOf(answer);
    expect(await talk.press(answer, moreOf(answer))).toBe(
      "This article says nothing more about it.",
    );
    expect(await talk.press(answer, others)).toBe("No other article says anything about it.");
    expect(talk.server.sent).toHaveLength(1);
  });

  test("still work after a restart, when Telegram shows the answer no more", async () => {
    const paper = paperOf([MEETING, BRIDGE], 2, ["meeting"]);
    const first = await startTalk(paper);
    const answer = await answerTo(first, "何时？");
    await first.bot.stop();
    const second = await startTalk(paper, { stateDir: first.stateDir });
    // The numbers of updates go on too.
    second.server.push({});
    await second.press(answer, moreOf(answer), shownNoMore(answer));
    expect(second.server.sent.at(-1)?.quotes).toEqual(["王明主持。"]);
  });

  test("are too old after the reader has had everything forgotten", async () => {
    const talk = await startTalk(paperOf([MEETING], 2));
    const answer = await answerTo(talk, "何时？");
    await talk.say(message("/forget", ENGLISH));
    expect(await talk.press(answer, moreOf(answer))).toBe(
      "This button is too old. Ask your question again.",
    );
  });

  test("that fail say so in the chat, and the button is answered", async () => {
    let isBroken = false;
    const talk = await startTalk({
      ask: (question) =>
        isBroken ? Promise.reject(new Error("broken")) : Promise.resolve(answered(question)),
    });
    const answer = await answerTo(talk, "何时？");
    isBroken = true;
    expect(await talk.press(answer, moreOf(answer))).toBe("");
    expect(talk.server.sent.at(-1)?.text).toContain("something went wrong on my side");
  });
});

test("an answer that did not help is noted once, however often it is pressed, with thanks each time", async () => {
  const talk = await startTalk();
  const answer = await answerTo(talk, "何时？");
  const { "Not helpful": unhelpful = "" } = buttonsOf(answer);
  for (let time = 0; time < 3; time += 1) {
    expect(await talk.press(answer, unhelpful)).toBe("Thank you, I have made a note of it.");
  }
  expect(talk.state.chats.missed(5)).toHaveLength(1);
  expect(talk.state.chats.counts()).toEqual({ answers: 1, notFound: 0, unhelpful: 1 });
  expect(talk.server.sent).toHaveLength(1);
});

test.each(["v9:more:1", "more:", "more:x", "a:meeting-2022", "a::1", "l:<b>", "💥"])(
  "a button of another version, %s, is told that it is too old",
  async (data) => {
    const talk = await startTalk();
    const answer = await answerTo(talk, "何时？");
    expect(await talk.press(answer, data)).toBe("This button is too old. Ask your question again.");
    expect(talk.server.sent).toHaveLength(1);
    expect(talk.log.of("error")).toEqual([]);
  },
);

describe("a long article", () => {
  const LONG = { ...MEETING, text: sentences(2000).join("") };

  test("turns its pages in place, forth and back, and holds every sentence once", async () => {
    const talk = await startTalk({ article: () => LONG });
    const first = await answerTo(talk, "/article meeting");
    const pages = [first];
    for (let page = first; ; pages.push(page)) {
      const { "Next page": next } = buttonsOf(page);
      if (next === undefined) break;
      page = await turned(talk, page, next);
    }
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.slice(1).every(({ method }) => method === "editMessageText")).toBe(true);
    expect(new Set(pages.map(({ messageId }) => messageId)).size).toBe(1);
    const printed = pages.flatMap(({ text }) => text.match(/第\d+句话。/g) ?? []);
    expect(printed).toEqual(sentences(2000));
    const back = await turned(talk, pages.at(-1) ?? first, `a:meeting:${pages.length - 1}`);
    expect(back.text).toBe(pages.at(-2)?.text);
    expect(Object.keys(buttonsOf(back))).toEqual(["Previous page", "Next page"]);
  });

  test("that became shorter shows its last page for one it has no more", async () => {
    const articles = [LONG, { ...LONG, text: "只剩一句。" }];
    const talk = await startTalk({ article: () => articles.shift() });
    const first = await answerTo(talk, "/article meeting");
    const page = await turned(talk, first, "a:meeting:2");
    expect(page).toMatchObject({ method: "editMessageText", messageId: first.messageId });
    expect(page.text).toContain("只剩一句。");
    expect(buttonsOf(page)).toEqual({});
  });

  test("pressed twice on the same page changes nothing and is no error", async () => {
    const talk = await startTalk({ article: () => LONG });
    const first = await answerTo(talk, "/article meeting");
    await turned(talk, first, "a:meeting:2");
    expect(await talk.press(first, "a:meeting:2")).toBe("");
    expect(talk.server.sent).toHaveLength(2);
    expect([...talk.log.of("warn"), ...talk.log.of("error")]).toEqual([]);
  });

  test("that is gone meanwhile is told so, and the page stays", async () => {
    const articles = [LONG];
    const talk = await startTalk({ article: () => articles.shift() });
    const first = await answerTo(talk, "/article meeting");
    expect(await talk.press(first, "a:meeting:2")).toBe(
      "I no longer have that article. Ask me about it instead.",
    );
    expect(talk.server.sent).toHaveLength(1);
  });

  test("opened from an answer that Telegram shows no more comes as a message of its own", async () => {
    const talk = await startTalk({ article: () => LONG });
    const answer = await answerTo(talk, "何时？");
    await talk.press(answer, "a:meeting:1", shownNoMore(answer));
    expect(talk.server.sent.at(-1)?.method).toBe("sendMessage");
  });
});

test("the button of a language changes the words of the bot and of its buttons, not the quotes", async () => {
  const talk = await startTalk();
  const prompt = await answerTo(talk, "/language");
  expect(await talk.press(prompt, "l:zh")).toBe("好的，以后我用简体中文。");
  const answer = await answerTo(talk, "何时？");
  expect(answer.quotes).toEqual(["会议指出，要转作风。"]);
  const labels = Object.keys(buttonsOf(answer));
  expect(labels).not.toContain("Not helpful");
  expect(labels.slice(1).join("")).toMatch(/^[\p{Script=Han}，。]+$/u);
  expect(await talk.press(answer, "v9:more:1")).toMatch(/\p{Script=Han}/u);
  expect(await talk.press(prompt, "l:en")).toBe("I speak English with you from now on.");
  expect(buttonsOf(await answerTo(talk, "何时？"))).toHaveProperty("Not helpful");
});

async function answerTo(talk: Talk, question: string, changes: object = {}): Promise<SentMessage> {
  const [answer] = await talk.say(message(question, { ...ENGLISH, ...changes }));
  if (answer === undefined) throw new Error("Expected an answer.");
  return answer;
}

async function turned(talk: Talk, page: SentMessage, data: string): Promise<SentMessage> {
  expect(await talk.press(page, data)).toBe("");
  return talk.server.sent.at(-1) ?? page;
}

function moreOf(answer: SentMessage): string {
  return buttonsOf(answer)["More from this article"] ?? "";
}

/** What Telegram tells of a message that is too old: https://core.telegram.org/bots/api#inaccessiblemessage */
function shownNoMore({ messageId }: SentMessage): object {
  const chat = { id: 1001, type: "private", first_name: "李" };
  return { message: { message_id: messageId, date: 0, chat } };
}

function sentences(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `第${i}句话。`);
}

function articleWith(id: string, headline: string, text: readonly string[]): Article {
  return { ...ARTICLE, id, headline, text: text.join("") };
}

/**
 * A paper that answers every question with the first sentences of each article it may answer from; the first
 * time only from those named.
 */
function paperOf(
  articles: readonly Article[],
  perArticle: number,
  atFirst = articles.map(({ id }) => id),
): Partial<Newspaper> {
  return {
    article: (id) => articles.find((article) => article.id === id),
    ask: (question, options) => {
      const among =
        options?.among ?? (({ articleId }: { articleId: string }) => atFirst.includes(articleId));
      const quoted = articles.flatMap((article) =>
        (article.text.match(/[^。]+。/g) ?? [])
          .filter((text) => among({ articleId: article.id, text }))
          .slice(0, perArticle)
          .map((quote) => ({ articleId: article.id, headline: article.headline, quote })),
      );
      const citations = quoted.map((changes, i) => citation({ n: i + 1, ...changes }));
      const status = citations.length > 0 ? "answered" : "not_found";
      return Promise.resolve(answered(question, { status, citations }));
    },
  };
}
