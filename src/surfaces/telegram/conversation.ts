import type { Bot } from "grammy";
import type { Newspaper } from "../../answer/newspaper.ts";
import type { Logger } from "./logger.ts";
import { messagesFor } from "./messages.ts";
import { isAddressed, questionIn } from "./question-in.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderArticle } from "./render-article.ts";
import { textBlocks } from "./rendered-message.ts";
import { respond } from "./respond.ts";
import { type MessageContext, sendMessages } from "./send-messages.ts";
import { whileTyping } from "./typing.ts";

/** What a conversation with a reader needs. */
export interface Conversation {
  readonly newspaper: Newspaper;
  readonly logger: Logger;
  /** For readers whose Telegram does not tell theirs. */
  readonly defaultLanguage: string;
  readonly publicUrl?: string;
}

/** Teaches the bot what to do with each kind of message. */
export function converse(bot: Bot, conversation: Conversation): void {
  const messages = bot.on("message").filter(isFromPerson);
  messages.command("start", (ctx) => start(ctx, ctx.match, conversation));
  messages.command("help", (ctx) => say(ctx, "help", conversation));
  const addressed = messages.filter((ctx) => isAddressed(ctx.message, ctx.me));
  addressed.on(["message:text", "message:caption"], (ctx) => answerQuestion(ctx, conversation));
  // What is left are Telegram's own notices: someone joined, a message was pinned.
  addressed.on(
    ["message:file", "message:contact", "message:location", "message:poll", "message:dice"],
    oncePerAlbum((ctx) => say(ctx, "notText", conversation)),
  );
}

// Two bots that answer each other never stop. Whoever writes in the name of a chat, as anonymous
// administrators do, seems to be a bot but is not.
function isFromPerson(ctx: MessageContext): boolean {
  return !ctx.from.is_bot || ctx.message.sender_chat !== undefined;
}

function start(ctx: MessageContext, articleId: string, conversation: Conversation): Promise<void> {
  if (articleId === "") return say(ctx, "start", conversation);
  const { logger, newspaper, publicUrl } = conversation;
  const language = languageOf(ctx, conversation);
  const { username } = ctx.me;
  const options = { language, username, ...(publicUrl === undefined ? {} : { publicUrl }) };
  return respond(ctx, { language, logger }, () => {
    const article = newspaper.article(articleId);
    return article === undefined
      ? textBlocks(messagesFor(language).unknownArticle())
      : renderArticle(article, options);
  });
}

async function answerQuestion(ctx: MessageContext, conversation: Conversation): Promise<void> {
  const question = questionIn(ctx.message, ctx.me.username) ?? "";
  // An empty question is a bare mention; one with a slash is a command that this bot does not have.
  if (question === "" || question.startsWith("/")) return say(ctx, "help", conversation);
  const { logger, newspaper } = conversation;
  await respond(ctx, { language: languageOf(ctx, conversation), logger }, async () => {
    const update = ctx.update.update_id;
    logger.debug({ update, question }, "A question came");
    const started = performance.now();
    const answer = await whileTyping(ctx, logger, () => newspaper.ask(question));
    const { status, confidence } = answer;
    const ms = Math.round(performance.now() - started);
    logger.info({ update, status, confidence, ms }, "A question was answered");
    return renderAnswer(answer, { username: ctx.me.username });
  });
}

type Saying = "start" | "help" | "notText";

function say(ctx: MessageContext, saying: Saying, conversation: Conversation): Promise<void> {
  const words = messagesFor(languageOf(ctx, conversation))[saying]();
  return sendMessages(ctx, textBlocks(words), conversation.logger);
}

function languageOf(ctx: MessageContext, conversation: Conversation): string {
  return ctx.from.language_code ?? conversation.defaultLanguage;
}

// An album of ten photos is ten updates.
function oncePerAlbum(
  handle: (ctx: MessageContext) => Promise<void>,
): (ctx: MessageContext) => Promise<void> {
  let lastAlbum: string | undefined;
  return async (ctx) => {
    const album = ctx.message.media_group_id;
    if (album !== undefined && album === lastAlbum) return;
    lastAlbum = album;
    await handle(ctx);
  };
}
