import { describe, expect, test } from "vitest";
import type { Article, ArticleSource } from "../../../../src/articles/article.ts";
import type { Newspaper } from "../../../../src/answer/newspaper.ts";
import { ARTICLE, message, reader } from "../bot-under-test.ts";
import { buttonsOf, startTalk } from "./talk-under-test.ts";

const ENGLISH = reader("en");

describe("/latest", () => {
  test("lists ten articles, in the order of the paper, and each button opens its article", async () => {
    const articles = many(12, (i) => ({ headline: `标题${i}` }));
    const { say, press, server } = await startTalk(paperOf(articles));
    const [list] = await say(message("/latest", ENGLISH));
    if (!list) throw new Error("A list.");
    const buttons = Object.entries(buttonsOf(list));
    expect(buttons.map(([label]) => label)).toEqual(
      articles.slice(0, 10).map(({ headline }) => `2022-09-30 ${headline}`),
    );
    expect(await press(list, buttons[9]?.[1] ?? "")).toBe("");
    expect(server.sent.at(-1)?.text).toContain("标题9");
  });

  test("shows an article without headline or date, and shortens a long headline", async () => {
    const articles = many(2, (i) => ({
      headline: i === 0 ? " " : "很长的标题".repeat(30),
      source: { file: "a.jsonl", lines: [1, 1] },
    }));
    const { say } = await startTalk(paperOf(articles));
    const [list] = await say(message("/latest", ENGLISH));
    const [first, second] = Object.keys(buttonsOf(list));
    expect(first).toBe("(without headline)");
    expect(second).toMatch(/^很长的标题.*…$/);
    expect(second?.length).toBeLessThanOrEqual(50);
  });
});

describe("/article", () => {
  test("takes an id before a headline that has the same words", async () => {
    const articles = many(2, (i) => ({ headline: i === 0 ? "说说 a1 的故事" : "另一篇" }));
    const { say } = await startTalk(paperOf(articles));
    expect((await say(message("/article a1", ENGLISH)))[0]?.text).toContain("另一篇");
  });

  test("takes the words of a headline with spaces around and within, also in a group", async () => {
    const { say } = await startTalk();
    const chat = { id: -500, type: "supergroup", title: "Readers" };
    const text = "/article@baowen_test_bot   <能力作风> & 总结会 ";
    const [page] = await say(message(text, { ...ENGLISH, chat }));
    expect(page?.text).toContain(ARTICLE.text);
    expect(page?.chatId).toBe(-500);
  });

  test.each([
    ["zh-hans", "这篇文章我这里已经没有了，您可以直接提问。"],
    ["en", "I no longer have that article. Ask me about it instead."],
  ])("says in %s that it has no such article", async (language, words) => {
    const { say } = await startTalk();
    expect((await say(message("/article 火星", reader(language))))[0]?.text).toBe(words);
  });
});

describe("/sources", () => {
  test("counts the articles of each file and page, in the order of the paper", async () => {
    const pages = ["A02", "A01", "A02"];
    const articles = many(3, (i) => ({ source: { ...ARTICLE.source, page: pages[i] ?? "" } }));
    const { say } = await startTalk(paperOf(articles));
    expect((await say(message("/sources", ENGLISH)))[0]?.text).toBe(
      "The files I answer from:\n" +
        "2022-09-30 A02 pages/004_page.txt: 2 articles\n" +
        "2022-09-30 A01 pages/004_page.txt: 1 article",
    );
  });

  test.each([
    [30, undefined],
    [31, "and 1 more file"],
    [45, "and 15 more files"],
  ])("names thirty of %i files", async (count, rest) => {
    const articles = many(count, (i) => ({ source: { file: `${i}.txt`, lines: [1, 2] } }));
    const { say } = await startTalk(paperOf(articles));
    const lines = (await say(message("/sources", ENGLISH)))[0]?.text.split("\n") ?? [];
    expect(lines[1]).toBe("0.txt: 1 article");
    expect(lines[30]).toBe("29.txt: 1 article");
    expect(lines[31]).toBe(rest);
  });

  test("says that there are none", async () => {
    const { say } = await startTalk(paperOf([]));
    expect((await say(message("/sources", ENGLISH)))[0]?.text).toBe("There are no files yet.");
  });
});

describe("the language a reader has chosen", () => {
  test("is theirs alone, and is kept over a restart", async () => {
    const first = await startTalk();
    const [prompt] = await first.say(message("/language", ENGLISH));
    if (!prompt) throw new Error("A prompt.");
    expect(await first.press(prompt, "l:zh")).toBe("好的，以后我用简体中文。");
    const other = { id: 2002, is_bot: false, first_name: "Bob", language_code: "en" };
    const [others] = await first.say(message("/latest", { from: other }));
    expect(others?.text).toBe("The latest articles:");
    await first.bot.stop();
    const second = await startTalk({}, { stateDir: first.stateDir });
    const [list] = await second.say({ ...message("/latest", ENGLISH), update_id: 900 });
    expect(list?.text).toBe("最新的文章：");
  });

  test("that this bot does not speak is none", async () => {
    const { say, press } = await startTalk();
    const [prompt] = await say(message("/language", ENGLISH));
    if (!prompt) throw new Error("A prompt.");
    expect(await press(prompt, "l:tlh")).toBe("I speak English with you from now on.");
    expect((await say(message("/latest", ENGLISH)))[0]?.text).toBe("The latest articles:");
  });
});

describe("what the bot says about itself to a reader whose Telegram speaks", () => {
  test.each([
    ["zh-hans", "写下问题发给我", "以下内容只保存在我所在的机器上", "您希望我说哪种语言"],
    ["zh-hant", "寫下問題", "以下內容只保存在我所在的機器上", "您希望我說哪種語言"],
    ["en", "Write a question", "What I keep, on the machine I run on", "Which language"],
    ["de", "Write a question", "What I keep, on the machine I run on", "Which language"],
  ])("%s is in one language", async (language, help, privacy, prompt) => {
    const { say } = await startTalk();
    const told = reader(language);
    const [helping] = await say(message("/help", told));
    expect(helping?.text).toContain(help);
    const listed = [...(helping?.text ?? "").matchAll(/^\/(\w+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(["latest", "article", "sources", "language", "forget", "privacy"]);
    const [keeping] = await say(message("/privacy", told));
    expect(keeping?.text).toContain(privacy);
    expect(keeping?.text).toContain("/forget");
    expect((await say(message("/language", told)))[0]?.text).toContain(prompt);
  });
});

function many(
  count: number,
  changes: (i: number) => Partial<Article> & { source?: ArticleSource },
): Article[] {
  return Array.from({ length: count }, (_, i) => ({ ...ARTICLE, id: `a${i}`, ...changes(i) }));
}

function paperOf(articles: readonly Article[]): Partial<Newspaper> {
  return { articles: () => articles, article: (id) => articles.find((it) => it.id === id) };
}
