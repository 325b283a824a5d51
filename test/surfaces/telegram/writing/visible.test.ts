import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerKeyboard } from "../../../../src/surfaces/telegram/writing/answer-keyboard.ts";
import { renderAnswer } from "../../../../src/surfaces/telegram/writing/render-answer.ts";
import { renderArticle } from "../../../../src/surfaces/telegram/writing/render-article.ts";
import { textBlocks } from "../../../../src/surfaces/telegram/writing/rendered-message.ts";
import { headlineOr, isVisible } from "../../../../src/surfaces/telegram/writing/visible.ts";
import { wordsIn } from "../../../../src/surfaces/telegram/words/words.ts";
import { isEmptyToTelegram } from "../../../helpers/empty-text.ts";
import { ARTICLE, answered, citation } from "../bot-under-test.ts";

/** What reads as nothing: a blank, a mark that turns the direction, a sign of no width, one of Braille, and all of them. */
const NOTHING = ["", " ", "\u202e", "\u200b\u200f", "\u2800", " \u2028\ufeff\u202a\u00a0\n"];

describe("isVisible", () => {
  test.each(["字", "\u200f字", ".", "👩‍👩‍👧", "\ufffd", "\ud83d", "\ufb1d"])("%j is", (text) => {
    expect(isVisible(text)).toBe(true);
  });

  test.each(NOTHING)("%j is not", (text) => {
    expect(isVisible(text)).toBe(false);
  });

  test("what is visible is never empty to Telegram", () => {
    const any = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc
        .array(fc.constantFrom(...NOTHING, "\u030a", "\u0333", "\ufffc", "\u180e", "\u0000"))
        .map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(any, (text) => {
        if (isVisible(text)) expect(isEmptyToTelegram(text)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a headline with nothing to see", () => {
  const { say } = wordsIn("en");

  test.each(NOTHING)("is told to be none wherever it stands: %j", (headline) => {
    expect(headlineOr(headline, "none")).toBe("none");
    const nearest = [{ articleId: "a", headline }];
    const missed = answered("?", { status: "not_found", citations: [], nearest, language: "en" });
    const found = answered("?", { citations: [citation({ headline })], language: "en" });
    const options = { words: wordsIn("en"), username: "baowen_bot" };
    for (const answer of [missed, found]) {
      expect(renderAnswer(answer, options)[0]?.plain).toContain(say("no-headline"));
      const keyboard = answerKeyboard(answer, { ...options, isPrivate: true, answerId: 1 });
      expect(keyboard.inline_keyboard[0]?.[0]?.text).toContain(say("no-headline"));
    }
    const [page] = renderArticle({ ...ARTICLE, headline }, options);
    expect(page?.plain).toContain(say("no-headline"));
  });

  test("any other keeps its words, and loses the blanks around them", () => {
    expect(headlineOr(" \u200f标题\n", "none")).toBe("\u200f标题");
  });
});

test.each(NOTHING)("a text of %j makes no message", (text) => {
  expect(textBlocks(text)).toEqual([]);
});

test("the end of a long text makes none when it has nothing to see", () => {
  const text = "字".repeat(4096) + "\u202e".repeat(10);
  expect(textBlocks(text).map(({ plain }) => plain)).toEqual(["字".repeat(4096)]);
  const one = citation({ quote: `${"字".repeat(8200)}${"\u202e".repeat(4000)}` });
  const messages = renderAnswer(answered("?", { citations: [one] }), { username: "b" });
  for (const { plain } of messages) expect(isVisible(plain)).toBe(true);
});
