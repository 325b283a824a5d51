import { expect, test } from "vitest";
import { parseTelegramHtml } from "./telegram-html.ts";

test("words, quotes and links come out without markup", () => {
  const html =
    '<b><a href="https://a.b/?x&amp;y">1 &lt; 2</a></b>\n<blockquote expandable>&#60;&quot;</blockquote>';
  expect(parseTelegramHtml(html)).toEqual({
    text: '1 < 2\n<"',
    quotes: ['<"'],
    links: ["https://a.b/?x&y"],
  });
});

test.each([
  "<b>open",
  "<b><i>crossed</b></i>",
  "closed</b>",
  "<div>unknown</div>",
  "<b class='x'>attribute</b>",
  "<blockquote><blockquote>nested</blockquote></blockquote>",
  "bare < sign",
  "bare & sign",
  "&unknown;",
  "cut &am",
  '<a href="x>broken</a>',
])("%j is refused", (html) => {
  expect(parseTelegramHtml(html)).toHaveProperty("error");
});
