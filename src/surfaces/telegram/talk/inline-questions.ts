import type { Composer, Context } from "grammy";
import type { InlineQueryResult } from "grammy/types";
import type { Citation } from "../../../answer/answer.ts";
import { UserError } from "../../../errors.ts";
import type { Conversation } from "./conversation.ts";
import { placeOfPrint } from "../writing/place-of-print.ts";
import { renderAnswer } from "../writing/render-answer.ts";
import { shorten } from "../writing/split-text.ts";
import { headlineOr } from "../writing/visible.ts";
import { wordsFor } from "./words-for.ts";

/** What `/start` is followed by when a reader taps the line above the results. */
export const START_FROM_INLINE = "inline";

/** Teaches the bot to answer `@bot question` in any chat with citations to share. */
export function onInlineQuestions(bot: Composer<Context>, conversation: Conversation): void {
  bot.on("inline_query", async (ctx) => {
    const question = ctx.inlineQuery.query.trim();
    const results = question === "" ? [] : await citationsFor(ctx, question, conversation);
    const words = wordsFor(ctx, conversation);
    const key = question === "" ? "inline-hint" : "inline-none";
    // Telegram has a line above the results for what there is to say.
    const hint = { text: words.say(key), start_parameter: START_FROM_INLINE };
    // In the reader's own language it must not be shown to others from Telegram's cache.
    const instead = results.length > 0 ? {} : { button: hint, is_personal: true };
    await ctx.answerInlineQuery(results, { cache_time: CACHE_SECONDS, ...instead });
  });
}

/** An index that changes makes other answers. */
const CACHE_SECONDS = 60;
const LONGEST_TITLE = 100;
const LONGEST_DESCRIPTION = 200;

async function citationsFor(
  ctx: Context,
  question: string,
  { newspaper, logger }: Conversation,
): Promise<InlineQueryResult[]> {
  try {
    const answer = await newspaper.ask(question);
    const { username } = ctx.me;
    return answer.citations.map((citation) => {
      const alone = { ...answer, citations: [citation] };
      const html = renderAnswer(alone, { username })[0]?.html ?? "";
      return sharable(citation, html, answer.language);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    logger.info({ update: ctx.update.update_id }, "A question could not be asked");
    return [];
  }
}

function sharable(citation: Citation, html: string, language: string): InlineQueryResult {
  const { n, headline, quote, source } = citation;
  return {
    type: "article",
    id: String(n),
    title: shorten(headlineOr(headline, placeOfPrint(source, language)), LONGEST_TITLE),
    description: shorten(quote, LONGEST_DESCRIPTION),
    input_message_content: {
      message_text: html,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
  };
}
