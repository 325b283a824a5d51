import type { Context, InlineKeyboard } from "grammy";
import type { Answer } from "../../../answer/answer.ts";
import type { AskOptions } from "../../../answer/newspaper.ts";
import { messageOf, UserError } from "../../../errors.ts";
import { answerKeyboard } from "../writing/answer-keyboard.ts";
import type { Conversation } from "./conversation.ts";
import { Postponed } from "../inbox/inbox.ts";
import { placeOf } from "../writing/place-of.ts";
import { renderAnswer } from "../writing/render-answer.ts";
import { type RenderedMessage, textBlocks } from "../writing/rendered-message.ts";
import { sendMessages } from "../writing/send-messages.ts";
import { whileWaiting } from "../writing/while-waiting.ts";
import { wordsFor } from "./words-for.ts";

/**
 * Answers a question in the place it was asked in, with the turns before in mind. One whose message has been
 * edited since it was answered is answered in place of its answer.
 */
export async function answerQuestion(
  ctx: Context,
  question: string,
  conversation: Conversation,
): Promise<void> {
  const { chats, logger, unrecorded } = conversation;
  const words = wordsFor(ctx, conversation);
  await keepPace(ctx, conversation);
  const place = placeOf(ctx);
  const messageId = ctx.msgId ?? 0;
  const thinking = words.say("thinking");
  const show = async (): Promise<void> => {
    if (chats.replies(place, messageId).length > 0) return;
    const ids = await unrecorded(() => sendMessages(ctx, textBlocks(thinking), { logger }));
    chats.setReplies(place, messageId, ids);
  };
  const history = chats.turns(place, messageId).filter((turn) => turn !== question);
  const answer = await whileWaiting(ctx, { logger, words: thinking, show }, () =>
    askOrApologize(ctx, { question, history }, conversation),
  );
  // What already stands below the question, a placeholder or an earlier answer, is rewritten.
  const instead = chats.replies(place, messageId);
  const { messages, keyboard } = saying(ctx, answer, { question, history }, conversation);
  const ids = await sendMessages(ctx, messages, {
    ...{ logger, instead },
    ...(keyboard === undefined ? {} : { keyboard }),
  });
  chats.setReplies(place, messageId, ids);
  if (typeof answer !== "string") chats.addTurn(place, question, messageId);
}

/** Asks, with a line in the log; what the newspaper cannot be asked gives the words that say why. */
export async function askOrApologize(
  ctx: Context,
  { question, ...options }: Asked & AskOptions,
  conversation: Conversation,
): Promise<Answer | string> {
  const { newspaper, logger } = conversation;
  const update = ctx.update.update_id;
  logger.debug({ update, question }, "A question came");
  const started = performance.now();
  try {
    const answer = await newspaper.ask(question, options);
    const { status, confidence } = answer;
    const ms = Math.round(performance.now() - started);
    logger.info({ update, status, confidence, ms }, "A question was answered");
    return answer;
  } catch (error) {
    if (error instanceof UserError) {
      logger.info({ update }, "A question could not be asked");
      return error.message;
    }
    logger.error({ update, reason: messageOf(error) }, "A question could not be answered");
    return wordsFor(ctx, conversation).say("failed");
  }
}

interface Asked {
  readonly question: string;
  readonly history: readonly string[];
}

/** Who asks too fast is told so once, and answered when a minute has room again. */
async function keepPace(ctx: Context, conversation: Conversation): Promise<void> {
  const { pace, logger, unrecorded, questionsPerMinute: limit } = conversation;
  const reader = ctx.from?.id ?? 0;
  const wait = pace.wait(reader);
  if (wait === 0) return;
  if (pace.isNewTo(reader)) {
    const words = wordsFor(ctx, conversation).say("slow", { limit });
    await unrecorded(() => sendMessages(ctx, textBlocks(words), { logger }));
  }
  throw new Postponed(wait);
}

function saying(
  ctx: Context,
  answer: Answer | string,
  { question, history }: Asked,
  conversation: Conversation,
): { messages: readonly RenderedMessage[]; keyboard?: InlineKeyboard } {
  if (typeof answer === "string") return { messages: textBlocks(answer) };
  const { username } = ctx.me;
  const answerId = conversation.chats.addAnswer({
    ...{ place: placeOf(ctx), question, history, messageId: ctx.msgId ?? 0 },
    status: answer.status,
    articleIds: [...new Set(answer.citations.map(({ articleId }) => articleId))],
    asker: ctx.from?.id ?? 0,
  });
  const words = wordsFor(ctx, conversation);
  const isPrivate = ctx.chat?.type === "private";
  return {
    messages: renderAnswer(answer, { username }),
    keyboard: answerKeyboard(answer, { words, username, isPrivate, answerId }),
  };
}
