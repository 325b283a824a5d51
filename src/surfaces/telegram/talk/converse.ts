import { Composer, type Bot, type Context } from "grammy";
import { answerQuestion } from "./answer-question.ts";
import type { Conversation } from "./conversation.ts";
import { onInlineQuestions } from "./inline-questions.ts";
import { onOperatorCommands } from "./operator-commands.ts";
import { onPressedButtons } from "./pressed-buttons.ts";
import { isAddressed, questionIn } from "./question-in.ts";
import { help, onReaderCommands } from "./reader-commands.ts";
import { textBlocks } from "../writing/rendered-message.ts";
import { sendMessages } from "../writing/send-messages.ts";
import { onUploads } from "./uploads.ts";
import { wordsFor } from "./words-for.ts";

/** Teaches the bot what to do with each kind of update. */
export function converse(bot: Bot, conversation: Conversation): void {
  const people = new Composer<Context>();
  bot.filter(isFromPerson).use(people);
  onInlineQuestions(people, conversation);
  onPressedButtons(people, conversation);
  onReaderCommands(people, conversation);
  onOperatorCommands(people, conversation);
  onUploads(people, conversation);
  // An edited question is answered once more; an edited command or photo is not.
  const asked = people
    .on(["message:text", "message:caption", "edited_message:text", "edited_message:caption"])
    .filter((ctx) => isAddressed(ctx.msg, ctx.me));
  const isFirstOfAlbum = albums();
  asked.use(async (ctx) => {
    // The other photos of its album ask nothing.
    isFirstOfAlbum(ctx);
    await answerWords(ctx, conversation);
  });
  // What is left are Telegram's own notices: someone joined, a message was pinned.
  people
    .on("message")
    .filter((ctx) => isAddressed(ctx.message, ctx.me))
    .on(WITHOUT_WORDS)
    .filter((ctx) => isFirstOfAlbum(ctx))
    .use(async (ctx) => {
      const words = wordsFor(ctx, conversation).say("not-text");
      await sendMessages(ctx, textBlocks(words), conversation);
    });
}

const WITHOUT_WORDS = [
  ...(["message:file", "message:contact", "message:location", "message:poll"] as const),
  ...(["message:dice", "message:story", "message:game"] as const),
  ...(["message:checklist", "message:paid_media"] as const),
];

// Two bots that answer each other never stop. Whoever writes in the name of a chat, as anonymous
// administrators do, seems to be a bot but is not.
function isFromPerson(ctx: Context): boolean {
  return ctx.from?.is_bot !== true || ctx.msg?.sender_chat !== undefined;
}

async function answerWords(ctx: Context, conversation: Conversation): Promise<void> {
  const { username } = ctx.me;
  const question = ctx.msg === undefined ? "" : (questionIn(ctx.msg, username) ?? "");
  if (ctx.chat?.type !== "private" && isForAnotherBot(question, username)) return;
  // An empty question is a bare mention; one with a slash is a command that this bot does not have.
  const isQuestion = question !== "" && !question.startsWith("/");
  if (isQuestion) await answerQuestion(ctx, question, conversation);
  else if (ctx.editedMessage === undefined) await help(ctx, conversation);
}

/** In a group a reader may reply to this bot with a command for another. */
function isForAnotherBot(question: string, username: string): boolean {
  const [, named = username] = /^\/\w+@(\w+)/.exec(question) ?? [];
  return named.toLowerCase() !== username.toLowerCase();
}

/**
 * An album of ten photos is ten updates, which get one reply: gives whether an update is the first of its
 * album, or of none. The first may come twice, when its reply failed.
 */
function albums(): (ctx: Context) => boolean {
  const firsts = new Map<string, number>();
  return (ctx) => {
    const album = ctx.msg?.media_group_id;
    if (album === undefined) return true;
    const update = ctx.update.update_id;
    const first = firsts.get(album) ?? update;
    firsts.set(album, first);
    const [oldest = ""] = firsts.keys();
    if (firsts.size > MOST_ALBUMS) firsts.delete(oldest);
    return first === update;
  };
}

/** That may come at the same time. */
const MOST_ALBUMS = 100;
