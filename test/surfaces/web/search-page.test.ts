import { describe, expect, test } from "vitest";
import { createFakeNewspaper, plainWords, type Heard } from "./fake-newspaper.ts";
import { elementsWith, textOf } from "./parse-html.ts";
import { createWebFixture, getPage } from "./web-fixture.ts";

describe("the search page", () => {
  test("asks with a labelled form that needs no script, and lists the newest articles", async () => {
    const page = await getPage(createWebFixture().app, "/");
    const [form] = elementsWith(page, "form");
    expect(form?.attributes.get("method")).toBe("get");
    const [label] = elementsWith(page, "label");
    const [input] = elementsWith(page, "input");
    expect(label?.attributes.get("for")).toBe(input?.attributes.get("id"));
    expect(elementsWith(page, "li").flatMap((item) => elementsWith(item, "a").map(textOf))).toEqual(
      ["新图书馆开馆", "（无标题）"],
    );
  });

  test("asks nothing for an empty question", async () => {
    const heard: Heard = [];
    const { app } = createWebFixture(createFakeNewspaper(plainWords, heard));
    expect((await app.request("/?q=")).status).toBe(200);
    expect((await app.request("/?q=%20%20")).status).toBe(200);
    expect(heard).toEqual([]);
  });

  test("quotes the paper with a link to the quote in the article", async () => {
    const page = await getPage(createWebFixture().app, "/?q=图书馆几点开门");
    const [quote] = elementsWith(page, "blockquote");
    if (quote === undefined) throw new Error("The page has no quote.");
    expect(textOf(quote).trim()).toBe("上午九点开门，晚上八点关门。");
    const [link] = elementsWith(quote, "a");
    expect(link?.attributes.get("href")).toBe("/a/library?q=14-28#quote");
    expect(elementsWith(page, "figcaption").map(textOf).join("")).toContain("第 3–4 行");
    expect(textOf(page)).toContain("把握 93%");
  });

  test("keeps the question in the form and in the title", async () => {
    const page = await getPage(createWebFixture().app, "/?q=图书馆几点开门");
    expect(elementsWith(page, "input")[0]?.attributes.get("value")).toBe("图书馆几点开门");
    expect(elementsWith(page, "title").map(textOf)).toEqual(["图书馆几点开门 · 报问"]);
  });

  test("names the closest articles where the paper does not say", async () => {
    const page = await getPage(createWebFixture().app, "/?q=天气");
    expect(elementsWith(page, "blockquote")).toEqual([]);
    expect(textOf(page)).toContain("报上没有找到答案。");
    const [answer] = elementsWith(page, "section");
    if (answer === undefined) throw new Error("The page has no answer.");
    expect(elementsWith(answer, "a").map((a) => a.attributes.get("href"))).toEqual(["/a/library"]);
  });

  test("says why a question cannot be asked", async () => {
    const { app } = createWebFixture();
    expect((await app.request("/?q=refuse")).status).toBe(400);
    expect(textOf(await getPage(app, "/?q=refuse"))).toContain(
      "A question has at most 500 characters.",
    );
  });

  test("says that there are no articles yet", async () => {
    const newspaper = { ...createFakeNewspaper(), articles: () => [] };
    expect(textOf(await getPage(createWebFixture(newspaper).app, "/"))).toContain("还没有报道。");
  });

  test.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["zh-Hant-TW", "zh-CN"],
    ["ZH", "zh-CN"],
    ["fr,zh;q=0.5", "zh-CN"],
    ["en-GB,zh;q=0.9", "en"],
    ["zh;q=0.1,en;q=0.9", "en"],
    ["zh;q=0", "en"],
    ["fr", "en"],
    ["*", "en"],
    [";;;,q=", "en"],
  ])("speaks to a browser that accepts '%s' in %s", async (accepted, lang) => {
    const page = await getPage(createWebFixture().app, "/", accepted);
    expect(elementsWith(page, "html")[0]?.attributes.get("lang")).toBe(lang);
  });
});
