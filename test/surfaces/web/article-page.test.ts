import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeNewspaper, plainWords } from "./fake-newspaper.ts";
import { elementsOf, elementsWith, textOf, type HtmlElement } from "./parse-html.ts";
import { createWebFixture, getPage } from "./web-fixture.ts";

describe("the article page", () => {
  test("shows headline, subheadline, byline, date, edition, page and captions", async () => {
    const page = await getPage(createWebFixture().app, "/a/library");
    expect(elementsWith(page, "h1").map(textOf)).toEqual(["新图书馆开馆"]);
    expect(elementsWith(page, "title").map(textOf)).toEqual(["新图书馆开馆 · 报问"]);
    const words = textOf(page);
    const said = ["藏书三十万册", "记者 景静", "2022-09-30", "二七时讯", "第 A02 版"];
    for (const each of [...said, "读者在馆内看书"]) expect(words).toContain(each);
  });

  test("has one paragraph for each line of the text", async () => {
    const page = await getPage(createWebFixture().app, "/a/library");
    expect(elementsWith(articleText(page), "p").map(textOf)).toEqual(plainWords.text.split("\n"));
  });

  test("marks the quote and gives it the id that links lead to", async () => {
    const page = await getPage(createWebFixture().app, "/a/library?q=4-13,14-18");
    const marks = elementsWith(page, "mark");
    expect(marks.map(textOf)).toEqual(["新图书馆昨日开馆。", "上午九点"]);
    expect(marks.map((mark) => mark.attributes.get("id"))).toEqual(["quote", undefined]);
  });

  test("marks nothing for a range that is not in the text", async () => {
    const page = await getPage(createWebFixture().app, "/a/library?q=4-9999,x,9-4");
    expect(elementsWith(page, "mark")).toEqual([]);
  });

  test("leads to the line of its page map and to the original", async () => {
    const page = await getPage(createWebFixture().app, "/a/library");
    const addresses = elementsWith(page, "a").map((a) => a.attributes.get("href"));
    expect(addresses).toContain("/pages/papers%2F004.txt#L2");
    expect(addresses).toContain("https://paper.example/4");
  });

  test("an original with another scheme than http is not linked", async () => {
    const source = { file: "a.jsonl", lines: [1, 1] as const, url: "javascript:alert(1)" };
    const newspaper = createFakeNewspaper(plainWords, [], { source });
    const page = await getPage(createWebFixture(newspaper).app, "/a/library");
    const addresses = elementsWith(page, "a").map((a) => a.attributes.get("href"));
    expect(addresses).toEqual(["/", "/pages/a.jsonl#L1"]);
  });

  test("an article without a headline says so in the language of the interface", async () => {
    const { app } = createWebFixture();
    expect(elementsWith(await getPage(app, "/a/quiz"), "h1").map(textOf)).toEqual(["（无标题）"]);
    const english = await getPage(app, "/a/quiz", "en-GB");
    expect(elementsWith(english, "h1").map(textOf)).toEqual(["(no headline)"]);
  });

  test("any text comes out character for character whatever is asked to be marked", async () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "&lt;",
      "字",
      "𠮷",
      "\n",
      "</mark>",
      " ",
    );
    const query = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(20), fc.nat(20)).map(([start, end]) => `${start}-${end},3-6`),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: piece }), query, async (text, q) => {
        const newspaper = createFakeNewspaper({ ...plainWords, text });
        const path = `/a/library?q=${encodeURIComponent(q)}`;
        const page = await getPage(createWebFixture(newspaper).app, path);
        expect(textOf(articleText(page))).toBe(text);
      }),
    );
  });

  test("any query string, however it is written, gets the article", async () => {
    const { app } = createWebFixture();
    const junk = fc.string({
      unit: fc.constantFrom("%", "1", "-", ",", "&", "q=", "%2", "%00", "+"),
    });
    await fc.assert(
      fc.asyncProperty(junk, async (query) => {
        const response = await app.request(`/a/library?q=${query}`);
        expect(response.status).toBe(200);
      }),
    );
  });
});

function articleText(page: HtmlElement): HtmlElement {
  const found = elementsOf(page).find((element) => element.attributes.get("class") === "text");
  if (found === undefined) throw new Error("The page has no article text.");
  return found;
}
