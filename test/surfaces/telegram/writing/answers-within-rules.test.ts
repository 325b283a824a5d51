import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Citation } from "../../../../src/answer/answer.ts";
import { answerKeyboard } from "../../../../src/surfaces/telegram/writing/answer-keyboard.ts";
import { renderAnswer } from "../../../../src/surfaces/telegram/writing/render-answer.ts";
import { wordsIn } from "../../../../src/surfaces/telegram/words/words.ts";
import { complaintAbout } from "../../../helpers/call-rules.ts";
import { isEmptyToTelegram } from "../../../helpers/empty-text.ts";
import { parseTelegramHtml } from "../../../helpers/telegram-html.ts";

/** What breaks markup, lengths and encodings. */
const piece = fc.oneof(
  fc.constantFrom(
    "<b>",
    "</blockquote>",
    "&amp;",
    "&",
    '"',
    "\n",
    " ",
    "\u202e",
    "\u200f",
    "\ud83d",
    "\ude00",
    "👨‍👩‍👧",
  ),
  fc.constantFrom(
    "会议指出，",
    "狗在公园里跑。",
    "e\u0301",
    "𠮷",
    "。".repeat(300),
    "字".repeat(2000),
  ),
  fc.string({ maxLength: 10 }),
);
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));
const link = fc.oneof(
  fc.constant(undefined),
  fc.webUrl(),
  fc.constantFrom(
    "http://localhost/x",
    "javascript:alert(1)",
    'https://a.example/?"<>',
    "x",
    "https://a.example/\ud83d",
  ),
);
const place = fc.record({
  file: fc.constant("pages/004.txt"),
  lines: fc.constant([1, 2] as const),
  date: fc.constantFrom("2022-09-30", "autumn 2022"),
  page: fc.constantFrom("A02", "<A>"),
});

const citation: fc.Arbitrary<Citation> = fc
  .record({
    quote: text,
    headline: text,
    link,
    source: place,
    from: fc.oneof(fc.integer({ min: -20, max: 60 }), fc.nat(5000)),
    length: fc.oneof(fc.integer({ min: -5, max: 60 }), fc.nat(5000)),
  })
  .map(({ quote, from, length, link: url, ...rest }) => ({
    ...{ n: 1, articleId: "meeting-2022", start: 10, end: 10 + quote.length, quote },
    words: { start: 10 + from, end: 10 + from + length },
    ...rest,
    ...(url === undefined ? {} : { link: url }),
  }));

const answer: fc.Arbitrary<Answer> = fc
  .record({
    citations: fc.array(citation, { maxLength: 3 }),
    nearest: fc.array(fc.record({ articleId: fc.constant("x~y"), headline: text }), {
      maxLength: 3,
    }),
    language: fc.constantFrom("zh", "zh-Hant", "en", "ar", "xx"),
  })
  .map(({ citations, ...rest }) => ({
    ...{ question: "?", confidence: 0.5, answer: "" },
    status: citations.length > 0 ? ("answered" as const) : ("not_found" as const),
    citations: citations.map((one, i) => ({ ...one, n: i + 1, articleId: `a${i}` })),
    ...rest,
  }));

describe("10,000 answers", () => {
  test("are messages and buttons that Telegram takes, with every quote word for word", () => {
    fc.assert(
      fc.property(answer, fc.boolean(), (one, isPrivate) => {
        const messages = renderAnswer(one, { username: "baowen_bot" });
        const parsed = messages.map(({ html }) => parseTelegramHtml(html));
        for (const message of parsed) {
          if ("error" in message) throw new Error(message.error);
          expect(isEmptyToTelegram(message.text)).toBe(false);
          expect(message.text.length).toBeLessThanOrEqual(4096);
        }
        for (const { html, plain } of messages) {
          expect(html + plain).not.toMatch(/\p{Surrogate}/u);
          expect(isEmptyToTelegram(plain)).toBe(false);
          expect(plain.length).toBeLessThanOrEqual(4096);
        }
        const quoted = parsed.flatMap((message) => ("error" in message ? [] : message.quotes));
        const wanted = one.citations.map(({ quote }) => wellFormed(quote)).join("");
        // Between two pieces of a quote Telegram drops blanks.
        expect(bare(quoted.join(""))).toBe(bare(wanted));
        const words = wordsIn("en");
        const options = { words, username: "baowen_bot", isPrivate, answerId: 123_456 };
        const markup = answerKeyboard(one, options);
        for (const button of markup.inline_keyboard.flat()) {
          expect(Object.values(button).join("")).not.toMatch(/\p{Surrogate}/u);
        }
        const call = { root: "", method: "sendMessage", payload: { reply_markup: markup } };
        expect(complaintAbout(call)).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});

/** Half of a surrogate pair cannot be sent. */
function wellFormed(words: string): string {
  return words.replaceAll(/\p{Surrogate}/gu, "\uFFFD");
}

function bare(words: string): string {
  return words.replaceAll(/\s/gu, "");
}
