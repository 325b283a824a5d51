import { expect, test } from "vitest";
import { renderArticle } from "../../../../src/surfaces/telegram/writing/render-article.ts";
import { wordsIn } from "../../../../src/surfaces/telegram/words/words.ts";
import { parseTelegramHtml } from "../../../helpers/telegram-html.ts";
import { ARTICLE } from "../bot-under-test.ts";

const OPTIONS = { words: wordsIn("zh"), username: "baowen_test_bot" };

test("an article is its headline in bold, its byline and place in italics, and its text", () => {
  const article = { ...ARTICLE, subheadline: "副题" };
  expect(renderArticle(article, OPTIONS).map(({ html }) => html)).toEqual([
    "<b>&lt;能力作风&gt; &amp; 总结会</b>\n<i>副题</i>\n<i>记者 王明 · 2022年9月30日，第A02版</i>\n\n" +
      ARTICLE.text,
  ]);
});

test.each([
  [
    "the web reader",
    { publicUrl: "https://baowen.example" },
    "https://baowen.example/a/meeting-2022",
  ],
  ["the paper's own site without one", {}, "https://paper.example/1"],
])("the headline leads to %s", (_, options, link) => {
  const source = { ...ARTICLE.source, url: "https://paper.example/1" };
  const [message] = renderArticle({ ...ARTICLE, source }, { ...OPTIONS, ...options });
  expect(message?.html).toContain(`<a href="${link}">`);
});

test("an article without headline, byline, date or page is introduced by what is known", () => {
  const { id, text, captions, lineSpans } = ARTICLE;
  const article = {
    id,
    text,
    captions,
    lineSpans,
    headline: "",
    source: { file: "a/b.txt", lines: [7, 7] as const },
  };
  const [message] = renderArticle(article, { ...OPTIONS, words: wordsIn("en") });
  expect(message?.plain).toBe(`(without headline)\nb.txt, line 7\n\n${ARTICLE.text}`);
});

test("a long article goes on in further messages, cut after a line, and comes back whole", () => {
  const text = Array.from({ length: 300 }, (_, i) => `第${i}段 <b> & “引号”，说了一些话。`).join(
    "\n",
  );
  const messages = renderArticle({ ...ARTICLE, text }, OPTIONS);
  expect(messages.length).toBeGreaterThan(1);
  for (const { html } of messages) {
    expect(html.length).toBeLessThanOrEqual(4096);
    expect(parseTelegramHtml(html)).not.toHaveProperty("error");
  }
  for (const { plain } of messages.slice(0, -1)) expect(plain).toMatch(/\n$/);
  expect(
    messages
      .map(({ plain }) => plain)
      .join("")
      .endsWith(text),
  ).toBe(true);
});
