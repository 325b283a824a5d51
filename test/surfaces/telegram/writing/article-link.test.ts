import { expect, test } from "vitest";
import { articleLink } from "../../../../src/surfaces/telegram/writing/article-link.ts";

const CHAT = "https://t.me/baowen_bot?start=a-1";

test.each([
  ["https://paper.example/1", "https://paper.example/1"],
  [undefined, CHAT],
  // Not a place that a reader's phone can open.
  ["http://localhost:8080/a/1", CHAT],
  ["http://127.0.0.1:8080/a/1", CHAT],
  ["javascript:alert(1)//a.b", CHAT],
  ["no address", CHAT],
  ["https://paper.example/\ud83d", CHAT],
  [`https://paper.example/${"x".repeat(2000)}`, CHAT],
])("an article at %s is opened at %s", (link, expected) => {
  const article = { articleId: "a-1", ...(link === undefined ? {} : { link }) };
  expect(articleLink(article, "baowen_bot")).toBe(expected);
});

test("an id that Telegram would not hand back to the bot gives no link", () => {
  expect(articleLink({ articleId: "a b" }, "baowen_bot")).toBeUndefined();
});
