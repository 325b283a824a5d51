import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeNewspaper, plainWords, type Heard } from "./fake-newspaper.ts";
import { elementsWith, textOf } from "./parse-html.ts";
import { createWebFixture, getPage } from "./web-fixture.ts";

const address = "/pages/papers%2F004.txt";

describe("the page map", () => {
  test("has every line in file order with its number, its role and its anchor", async () => {
    const rows = elementsWith(await getPage(createWebFixture().app, address), "tr").slice(1);
    expect(rows.map((row) => elementsWith(row, "td").map(textOf))).toEqual([
      ["1", "报头", "", "新图书馆开馆"],
      ["2", "标题", "1", "新图书馆开馆"],
      ["3", "正文", "", "新图书馆开馆"],
      ["4", "正文", "", "新图书馆开馆"],
      ["5", "", "", ""],
      ["6", "正文", "2", "新图书馆开馆"],
    ]);
    expect(rows.map((row) => row.attributes.get("id"))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `L${n}`),
    );
  });

  test("colours each line by its article and leaves the others without a colour", async () => {
    const rows = elementsWith(await getPage(createWebFixture().app, address), "tr").slice(1);
    expect(rows.map((row) => row.attributes.get("class"))).toEqual([
      "no-article masthead",
      "colour-0 headline",
      "colour-0 body",
      "colour-0 body",
      "no-article blank",
      "colour-1 body",
    ]);
  });

  test("lists the articles of the page with a link to each", async () => {
    const page = await getPage(createWebFixture().app, address);
    const items = elementsWith(page, "li");
    expect(items.map(textOf)).toEqual(["新图书馆开馆", "（无标题）"]);
    expect(
      items.flatMap((item) => elementsWith(item, "a")).map((a) => a.attributes.get("href")),
    ).toEqual(["/a/library", "/a/quiz"]);
  });

  test("is found with a slash in its file name written either way", async () => {
    const { app } = createWebFixture();
    expect((await app.request(address)).status).toBe(200);
    expect((await app.request("/pages/papers/004.txt")).status).toBe(200);
  });

  test("a file that the newspaper does not know is not looked for anywhere else", async () => {
    const heard: Heard = [];
    const { app } = createWebFixture(createFakeNewspaper(plainWords, heard));
    const response = await app.request("/pages/..%2F..%2Fetc%2Fpasswd");
    expect(response.status).toBe(404);
    expect(heard).toEqual(["page ../../etc/passwd"]);
  });

  test("any file name is found by the address that the article links to", async () => {
    const unit = fc.constantFrom(
      "a",
      "版",
      "𠮷",
      " ",
      "%",
      "%2F",
      "/",
      "\u2028",
      "?",
      "#",
      "&",
      "+",
      ".",
      "'",
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1 }), async (name) => {
        const file = `p${name}`;
        const { app } = createWebFixture(createFakeNewspaper({ ...plainWords, file }));
        const article = await getPage(app, "/a/library");
        const addresses = elementsWith(article, "a").map((a) => a.attributes.get("href") ?? "");
        const link = addresses.find((href) => href.startsWith("/pages/")) ?? "";
        const response = await app.request(new URL(link, "http://localhost").href);
        expect(response.status).toBe(200);
      }),
    );
  });
});
