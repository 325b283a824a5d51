import { describe, expect, test } from "vitest";
import type { PushedUpdate } from "../../../helpers/bot-api-server.ts";
import { ARTICLE, message, reader } from "../bot-under-test.ts";
import { buttonsOf, startTalk } from "./talk-under-test.ts";

const ENGLISH = reader("en");

describe("/latest", () => {
  test("lists the newest articles as buttons", async () => {
    const { say } = await startTalk();
    const [list] = await say(message("/latest", ENGLISH));
    expect(list?.text).toBe("The latest articles:");
    expect(buttonsOf(list)).toEqual({ "2022-09-30 <能力作风> & 总结会": "a:meeting-2022:1" });
  });

  test("says that there are none yet", async () => {
    const { say } = await startTalk({ articles: () => [] });
    expect((await say(message("/latest", ENGLISH)))[0]?.text).toBe("There are no articles yet.");
  });
});

describe("/article", () => {
  test.each([ARTICLE.id, "能力作风"])("%s prints the article", async (wanted) => {
    const { say } = await startTalk();
    const [page] = await say(message(`/article ${wanted}`, ENGLISH));
    expect(page?.text).toContain(ARTICLE.text);
  });

  test("says how it is used, and that an article is not there", async () => {
    const { say } = await startTalk();
    expect((await say(message("/article", ENGLISH)))[0]?.text).toContain("after /article");
    expect((await say(message("/article 没有", ENGLISH)))[0]?.text).toContain("no longer have");
  });
});

test("/sources lists the files with their articles", async () => {
  const { say } = await startTalk();
  const [list] = await say(message("/sources", ENGLISH));
  expect(list?.text).toBe("The files I answer from:\n2022-09-30 A02 pages/004_page.txt: 1 article");
});

describe("/language", () => {
  test("offers the languages by their own names, and changes what the bot speaks", async () => {
    const { say, press } = await startTalk();
    const [prompt] = await say(message("/language", ENGLISH));
    if (!prompt) throw new Error("A prompt.");
    expect(buttonsOf(prompt)).toEqual({
      ...{ English: "l:en", 简体中文: "l:zh", 繁體中文: "l:zh-Hant" },
      "Follow my Telegram": "l:",
    });
    expect(await press(prompt, "l:zh-Hant")).toContain("繁體中文");
    expect((await say(message("/latest", ENGLISH)))[0]?.text).toBe("最新的文章：");
    await press(prompt, "l:");
    expect((await say(message("/latest", ENGLISH)))[0]?.text).toBe("The latest articles:");
  });
});

describe("what the bot says about itself", () => {
  test.each([
    ["zh-hans", "写下问题发给我", "我在运行的机器上"],
    ["zh-hant", "寫下問題", "機器"],
    ["en", "Write a question", "What I keep"],
    ["de", "Write a question", "What I keep"],
  ])("is in the reader's language: %s", async (language, help, privacy) => {
    const { say } = await startTalk();
    expect((await say(message("/help", reader(language))))[0]?.text).toContain(help);
    const [kept] = await say(message("/privacy", reader(language)));
    expect(kept?.text.length).toBeGreaterThan(50);
    if (language === "en") expect(kept?.text).toContain(privacy);
  });
});

describe("an inline question", () => {
  test("gives citations to share", async () => {
    const { server } = await startTalk();
    server.push(inline("会议指出了什么？"));
    await server.waitFor(() => server.callsOf("answerInlineQuery").length === 1, "results");
    const [call] = server.callsOf("answerInlineQuery");
    expect(call?.payload["results"]).toMatchObject([
      { type: "article", id: "1", title: ARTICLE.headline, description: "会议指出，要转作风。" },
    ]);
    expect(JSON.stringify(call?.payload["results"])).toContain("<blockquote expandable>");
  });

  test("that is empty, or has no answer, says so above the empty list", async () => {
    const { server } = await startTalk({
      ask: (question) => Promise.reject(new Error(`Not to be asked: ${question}`)),
    });
    server.push(inline(" "));
    await server.waitFor(() => server.callsOf("answerInlineQuery").length === 1, "results");
    expect(server.callsOf("answerInlineQuery")[0]?.payload).toMatchObject({
      results: [],
      button: { text: "Write a question about the newspaper" },
    });
  });
});

function inline(query: string): PushedUpdate {
  const from = { id: 1001, is_bot: false, first_name: "Ann", language_code: "en" };
  return { inline_query: { id: "1", from, query, offset: "" } };
}
