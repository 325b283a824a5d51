import { describe, expect, test } from "vitest";
import type { Answer } from "../../../../src/answer/answer.ts";
import type { AskOptions } from "../../../../src/answer/newspaper.ts";
import type { Article } from "../../../../src/articles/article.ts";
import { ARTICLE, answered, citation, message, reader } from "../bot-under-test.ts";
import { buttonsOf, startTalk } from "./talk-under-test.ts";

const ENGLISH = reader("en");

describe("the buttons below an answer", () => {
  test("open its articles here, ask for more, for others, and say that it did not help", async () => {
    const { say } = await startTalk();
    const [answer] = await say(message("何时？", ENGLISH));
    expect(buttonsOf(answer)).toEqual({
      "1. <能力作风> & 总结会": "a:meeting-2022:1",
      "More from this article": "more:1",
      "Other articles": "others:1",
      "Not helpful": "unhelpful:1",
    });
  });

  test("lead to a chat with the bot from a group, and to the web where the article is there", async () => {
    const { say } = await startTalk();
    const group = { chat: { id: -5, type: "group", title: "组" } };
    const [answer] = await say(message("@baowen_test_bot 何时？", { ...ENGLISH, ...group }));
    expect(buttonsOf(answer)["1. <能力作风> & 总结会"]).toBe(
      "https://t.me/baowen_test_bot?start=meeting-2022",
    );
    const link = "https://paper.example/a/meeting-2022";
    const online = await startTalk({
      ask: (question) => Promise.resolve(answered(question, { citations: [citation({ link })] })),
    });
    const [other] = await online.say(message("何时？", ENGLISH));
    expect(buttonsOf(other)["1. <能力作风> & 总结会"]).toBe(link);
  });

  test("name the nearest articles where the paper does not say", async () => {
    const nearest = [{ articleId: ARTICLE.id, headline: ARTICLE.headline }];
    const { say } = await startTalk({
      ask: (question) => Promise.resolve(none(question, nearest)),
    });
    const [answer] = await say(message("票价？", ENGLISH));
    expect(buttonsOf(answer)).toEqual({
      "<能力作风> & 总结会": "a:meeting-2022:1",
      "Not helpful": "unhelpful:1",
    });
  });
});

describe("more and others", () => {
  test("ask the same question of the same article, without what was said; and of all others", async () => {
    const asked: (AskOptions | undefined)[] = [];
    const { say, press } = await startTalk({
      ask: (question, options) => {
        asked.push(options);
        return Promise.resolve(answered(question));
      },
    });
    const [answer] = await say(message("何时？", ENGLISH));
    if (!answer) throw new Error("An answer.");
    expect(await press(answer, "more:1")).toBe("");
    expect(await press(answer, "others:1")).toBe("");
    const [, more, others] = asked;
    const own = { articleId: ARTICLE.id, text: "9月28日，总结会召开。" };
    const said = { articleId: ARTICLE.id, text: "会议指出，要转作风。" };
    const other = { articleId: "other", text: "别的。" };
    expect([own, said, other].map((sentence) => more?.among?.(sentence))).toEqual([
      true,
      false,
      false,
    ]);
    expect([own, said, other].map((sentence) => others?.among?.(sentence))).toEqual([
      ...[false, false, true],
    ]);
  });

  test("say so where there is nothing more", async () => {
    const answers = [answered("何时？"), none("何时？"), none("何时？")];
    const { say, press } = await startTalk({
      ask: () => Promise.resolve(answers.shift() ?? none("")),
    });
    const [answer] = await say(message("何时？", ENGLISH));
    if (!answer) throw new Error("An answer.");
    expect(await press(answer, "more:1")).toBe("This article says nothing more about it.");
    expect(await press(answer, "others:1")).toBe("No other article says anything about it.");
    expect(await press(answer, "more:99")).toContain("too old");
    expect(await press(answer, "of another version")).toContain("too old");
  });
});

test("an answer that did not help is noted once, for the operators", async () => {
  const { say, press, state } = await startTalk();
  const [answer] = await say(message("何时？", ENGLISH));
  if (!answer) throw new Error("An answer.");
  expect(await press(answer, "unhelpful:1")).toContain("Thank you");
  expect(await press(answer, "unhelpful:1")).toContain("Thank you");
  expect(state.chats.missed(5)).toMatchObject([{ question: "何时？", reason: "unhelpful" }]);
});

describe("an article", () => {
  const LONG: Article = {
    ...ARTICLE,
    text: Array.from({ length: 900 }, (_, i) => `第${i}句话。`).join(""),
  };

  test("comes as a message of its own; its pages then turn in place", async () => {
    const { say, press, server } = await startTalk({ article: () => LONG });
    const [answer] = await say(message("何时？", ENGLISH));
    if (!answer) throw new Error("An answer.");
    await press(answer, "a:meeting-2022:1");
    const page = server.sent.at(-1);
    if (!page) throw new Error("A page.");
    expect(page.method).toBe("sendMessage");
    expect(page.text).toContain("第0句话。");
    expect(buttonsOf(page)).toEqual({ "Next page": "a:meeting-2022:2" });
    await press(page, "a:meeting-2022:2");
    const second = server.sent.at(-1);
    expect(second).toMatchObject({ method: "editMessageText", messageId: page.messageId });
    expect(second?.text).toContain("第899句话。");
    expect(buttonsOf(second)).toEqual({ "Previous page": "a:meeting-2022:1" });
  });

  test("that is there no more is told so", async () => {
    const { say, press } = await startTalk({ article: () => undefined });
    const [answer] = await say(message("何时？", ENGLISH));
    if (!answer) throw new Error("An answer.");
    expect(await press(answer, "a:meeting-2022:1")).toContain("no longer have that article");
  });
});

function none(question: string, nearest: Answer["nearest"] = []): Answer {
  return answered(question, { ...{ status: "not_found", citations: [], nearest }, language: "en" });
}
