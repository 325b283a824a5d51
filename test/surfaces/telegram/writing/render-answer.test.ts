import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Citation } from "../../../../src/answer/answer.ts";
import { renderAnswer } from "../../../../src/surfaces/telegram/writing/render-answer.ts";
import type { RenderedMessage } from "../../../../src/surfaces/telegram/writing/rendered-message.ts";
import { parseTelegramHtml } from "../../../helpers/telegram-html.ts";
import { answered, citation } from "../bot-under-test.ts";

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const OPTIONS = { username: "baowen_test_bot" };

describe("an answer", () => {
  test("is a lead line, then each citation with number, linked headline, place and folded quote", () => {
    const answer = answered("q", {
      language: "en",
      citations: [
        citation({ headline: "A & B", quote: "1 < 2", link: "https://example.org/a/x?q=1-2&r" }),
        citation({
          n: 2,
          headline: "",
          quote: "“二”",
          source: { file: "corpus/004_page.txt", lines: [185, 191] },
        }),
      ],
    });
    expect(renderAnswer(answer, OPTIONS).map(({ html }) => html)).toEqual([
      [
        "The paper says:",
        "",
        '1. <b><a href="https://example.org/a/x?q=1-2&amp;r">A &amp; B</a></b>',
        "<i>September 30, 2022, p. A02</i>",
        "<blockquote expandable>1 &lt; 2</blockquote>",
        "",
        '2. <b><a href="https://t.me/baowen_test_bot?start=meeting-2022">(without headline)</a></b>',
        "<i>004_page.txt, lines 185–191</i>",
        "<blockquote expandable>“二”</blockquote>",
      ].join("\n"),
    ]);
  });

  test.each([
    ["in the middle", 16, 18, "会议指<b>出，</b>要转作风。"],
    ["everywhere", 13, 23, "<b>会议指出，要转作风。</b>"],
    ["from before the quote", 0, 15, "<b>会议</b>指出，要转作风。"],
    ["to behind the quote", 20, 900, "会议指出，要转<b>作风。</b>"],
    ["elsewhere", 0, 13, "会议指出，要转作风。"],
    ["nowhere", 18, 18, "会议指出，要转作风。"],
    ["backwards", 18, 16, "会议指出，要转作风。"],
  ])("has the words that answer in bold: %s", (_, start, end, quote) => {
    const answer = answered("q", { citations: [citation({ words: { start, end } })] });
    const [message] = renderAnswer(answer, OPTIONS);
    expect(message?.html).toContain(`<blockquote expandable>${quote}</blockquote>`);
    expect(message?.plain).toContain("\n会议指出，要转作风。");
  });

  test("is led and placed in the language of the question", () => {
    const source = { file: "004_page.txt", lines: [185, 191] as const };
    const answer = answered("q", { language: "zh-Hant", citations: [citation({ source })] });
    const [message] = renderAnswer(answer, OPTIONS);
    expect(message?.plain).toMatch(/^報紙上寫道：/);
    expect(message?.plain).toContain("004_page.txt，第185–191行");
  });

  test("that was not found is a kind sentence and the closest articles as links", () => {
    const nearest = [
      { articleId: "a", headline: "甲" },
      { articleId: "b", headline: "乙", link: "https://example.org/a/b" },
    ];
    const answer = answered("q", { status: "not_found", citations: [], nearest });
    const [message, ...rest] = renderAnswer(answer, OPTIONS);
    expect(rest).toEqual([]);
    expect(message?.html).toBe(
      "报纸上没有找到答案。\n最接近的文章：\n\n" +
        '• <b><a href="https://t.me/baowen_test_bot?start=a">甲</a></b>\n\n' +
        '• <b><a href="https://example.org/a/b">乙</a></b>',
    );
  });

  test("that was not found, with nothing near, is a sentence alone", () => {
    const answer = answered("q", { status: "not_found", citations: [] });
    expect(renderAnswer(answer, OPTIONS).map(({ plain }) => plain)).toEqual([
      "报纸上没有找到答案。",
    ]);
  });
});

describe("an answer too long for one message", () => {
  test("is cut between citations", () => {
    const quote = "这是一句话。".repeat(400);
    const citations = [citation({ quote }), citation({ n: 2, quote })];
    const messages = renderAnswer(answered("q", { citations }), OPTIONS);
    expect(messages.map(({ html }) => quotesOf(html))).toEqual([[quote], [quote]]);
    expect(messages[1]?.plain).toMatch(/^2\. /);
  });

  test("is cut after a sentence when a single quote is too long, in a quotation of its own", () => {
    const quote = "这是一句有些长度的话，里面有逗号。".repeat(500);
    const messages = renderAnswer(answered("q", { citations: [citation({ quote })] }), OPTIONS);
    const pieces = messages.flatMap(({ html }) => quotesOf(html));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("")).toBe(quote);
    for (const piece of pieces) expect(piece).toMatch(/。$/);
  });

  test("has the words that answer in bold on both sides of a cut", () => {
    const quote = "这是一句有些长度的话，里面有逗号。".repeat(500);
    const words = { start: 13 + 100, end: 13 + quote.length - 100 };
    const one = citation({ quote, end: 13 + quote.length, words });
    const messages = renderAnswer(answered("q", { citations: [one] }), OPTIONS);
    const marked = messages
      .flatMap(({ html }) => html.split("<blockquote expandable>").slice(1))
      .flatMap((html) => [...html.matchAll(/<b>(.*?)<\/b>/gs)].map(([, bold = ""]) => bold));
    expect(marked.length).toBeGreaterThan(1);
    expect(marked.join("")).toBe(quote.slice(100, -100));
  });
});

describe("whatever an answer holds", { timeout: 30_000 }, () => {
  test("each message fits, is well-formed and not empty, and the quotes come back whole", () => {
    fc.assert(
      fc.property(answers(), (answer) => {
        const messages = renderAnswer(answer, OPTIONS);
        checkMessages(messages);
        const quotes = messages.flatMap(({ html }) => quotesOf(html)).join("");
        expect(quotes).toBe(answer.citations.map(({ quote }) => quote).join(""));
      }),
      { numRuns: 1000 },
    );
  });

  test("a long quote is cut at no character", () => {
    fc.assert(
      fc.property(nastyText(10_000), (quote) => {
        const messages = renderAnswer(answered("q", { citations: [citation({ quote })] }), OPTIONS);
        checkMessages(messages);
        const pieces = messages.flatMap(({ html }) => quotesOf(html));
        expect(pieces.join("")).toBe(quote);
        const characters = CHARACTERS.segment(quote);
        let end = 0;
        for (const piece of pieces.slice(0, -1)) {
          end += piece.length;
          expect(characters.containing(end)?.index).toBe(end);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("a quote of blank lines only, or one endless character, still makes valid messages", () => {
    for (const quote of ["\n".repeat(9000), `e${"\u0301".repeat(9000)}`, "\uD83D".repeat(5000)]) {
      checkMessages(renderAnswer(answered("q", { citations: [citation({ quote })] }), OPTIONS));
    }
  });
});

function checkMessages(messages: readonly RenderedMessage[]): void {
  expect(messages.length).toBeGreaterThan(0);
  for (const { html, plain } of messages) {
    expect(html.length).toBeLessThanOrEqual(4096);
    expect(plain.length).toBeLessThanOrEqual(4096);
    expect(html).not.toMatch(/\p{Surrogate}/u);
    const parsed = parseTelegramHtml(html);
    expect(parsed).not.toHaveProperty("error");
    expect(parsed).not.toHaveProperty("text", "");
  }
}

function quotesOf(html: string): readonly string[] {
  const parsed = parseTelegramHtml(html);
  if ("error" in parsed) throw new Error(parsed.error);
  return parsed.quotes;
}

// Markup, entities half written, astral signs, joined emoji, accents, both kinds of line end.
const NASTY = [
  ...["<b>", "</blockquote>", "&amp;", "&", "<", ">", '"', "&#60;", "&lt", "'", "\0", "\u2028"],
  ...["𠮷野家。", "👩‍👩‍👧‍👦", "🇨🇳🇺🇳", "e\u0301\u0323", "。\u0301", "\r\n", "\n", "……”", "1️⃣", " "],
  ...["会议指出，要转作风。", "“A sentence.” Another one! ", "字", "한국어", "नमस्ते", "x"],
];

// A stretch of them, over and over: long texts without the cost of making them up piece by piece.
function nastyText(longest: number): fc.Arbitrary<string> {
  const stretch = fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 30 });
  return fc
    .tuple(stretch, fc.string({ unit: "binary", maxLength: 3 }), fc.nat(longest))
    .map(([pieces, any, length]) => {
      const text = `字${pieces.join("")}${any}`;
      return text.repeat(Math.ceil(length / text.length) || 1);
    });
}

function answers(): fc.Arbitrary<Answer> {
  const text = nastyText(300);
  const long = fc.oneof({ weight: 9, arbitrary: text }, nastyText(6000));
  const source = fc.record(
    {
      file: nastyText(60),
      lines: fc.tuple(fc.nat(), fc.nat()),
      date: fc.oneof(fc.constant("2022-09-30"), text),
      page: nastyText(60),
    },
    { requiredKeys: ["file", "lines"] },
  );
  const citations: fc.Arbitrary<Citation[]> = fc.array(
    fc
      .record(
        {
          headline: text,
          quote: long,
          link: fc.oneof(fc.constant('https://paper.example/a/1?q=2-3&r="<>'), text),
          source,
          articleId: nastyText(60),
        },
        { requiredKeys: ["headline", "quote", "source", "articleId"] },
      )
      .map((parts) => citation(parts)),
    { minLength: 1, maxLength: 3 },
  );
  return fc
    .record({ citations, language: fc.constantFrom("zh", "en", "ja") })
    .map((changes) => answered("q", changes));
}
