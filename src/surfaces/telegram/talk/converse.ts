import { Composer, type Bot, type Context, type Filter } from "grammy";
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
  asked.use((ctx) => answerWords(ctx, conversation));
  // What is left are Telegram's own notices: someone joined, a message was pinned.
  people
    .on("message")
    .filter((ctx) => isAddressed(ctx.message, ctx.me))
    .on(
      ["message:file", "message:contact", "message:location", "message:poll", "message:dice"],
      oncePerAlbum(async (ctx) => {
        const words = wordsFor(ctx, conversation).say("not-text");
        await sendMessages(ctx, textBlocks(words), conversation);
      }),
    );
}

// Two bots that answer each other never stop. Whoever writes in the name of a chat, as anonymous
// administrators do, seems to be a bot but is not.
function isFromPerson(ctx: Context): boolean {
  return ctx.from?.is_bot !== true || ctx.msg?.sender_chat !== undefined;
}

async function answerWords(ctx: Context, conversation: Conversation): Promise<void> {
  const question = ctx.msg === undefined ? "" : (questionIn(ctx.msg, ctx.me.username) ?? "");
  // An empty question is a bare mention; one with a slash is a command that this bot does not have.
  const isQuestion = question !== "" && !question.startsWith("/");
  if (isQuestion) await answerQuestion(ctx, question, conversation);
  else if (ctx.editedMessage === undefined) await help(ctx, conversation);
}

type MessageContext = Filter<Context, "message">;

// An album of ten photos is ten updates; the first of them may come twice, when its answer failed.
function oncePerAlbum(
  handle: (ctx: MessageContext) => Promise<void>,
): (ctx: MessageContext) => Promise<void> {
  let last: { readonly album: string; readonly update: number } | undefined;
  return async (ctx) => {
    const { media_group_id: album } = ctx.message;
    const update = ctx.update.update_id;
    if (album !== undefined) {
      if (album === last?.album && update !== last.update) return;
      last = { album, update };
    }
    await handle(ctx);
  };
}
