import { InlineKeyboard, type CommandContext, type Composer, type Context } from "grammy";
import type { Article } from "../../../articles/article.ts";
import { articlePage } from "../writing/article-pages.ts";
import { buttonData } from "../writing/button-data.ts";
import type { Conversation } from "./conversation.ts";
import { START_FROM_INLINE } from "./inline-questions.ts";
import { placeOf } from "../writing/place-of.ts";
import { textBlocks } from "../writing/rendered-message.ts";
import { sendMessages } from "../writing/send-messages.ts";
import { shorten } from "../writing/split-text.ts";
import { headlineOr } from "../writing/visible.ts";
import { INTERFACE_LANGUAGES } from "../words/words.ts";
import { wordsFor } from "./words-for.ts";

/** The commands that every reader may use, in the order of the chat's menu. */
export const READER_COMMANDS = [
  ...(["start", "help", "latest", "article", "sources"] as const),
  ...(["language", "forget", "privacy"] as const),
];

/** Teaches the bot the commands of readers. */
export function onReaderCommands(messages: Composer<Context>, conversation: Conversation): void {
  const on = (command: (typeof READER_COMMANDS)[number], reply: Reply): void => {
    messages.command(command, (ctx) => reply(ctx, conversation));
  };
  on("start", start);
  on("help", help);
  on("latest", latest);
  on("article", article);
  on("sources", sources);
  on("language", language);
  on("forget", forget);
  on("privacy", (ctx) => say(ctx, "privacy", conversation));
}

/** What the bot is for and how to ask; operators also hear of their own commands. */
export async function help(ctx: Context, conversation: Conversation): Promise<void> {
  const words = wordsFor(ctx, conversation);
  const isOperator = conversation.operators.has(ctx.from?.id ?? 0);
  const text = [words.say("help"), ...(isOperator ? [words.say("help-admin")] : [])].join("\n\n");
  await sendMessages(ctx, textBlocks(text), conversation);
}

type Reply = (ctx: CommandContext<Context>, conversation: Conversation) => Promise<void>;

async function start(ctx: CommandContext<Context>, conversation: Conversation): Promise<void> {
  if (["", START_FROM_INLINE].includes(ctx.match)) return say(ctx, "start", conversation);
  await showArticle(ctx, conversation.newspaper.article(ctx.match), conversation);
}

/** By its id, or by words of its headline. */
async function article(ctx: CommandContext<Context>, conversation: Conversation): Promise<void> {
  const { newspaper } = conversation;
  const wanted = ctx.match.trim();
  if (wanted === "") return say(ctx, "article-usage", conversation);
  const named = newspaper.articles().find(({ headline }) => headline.includes(wanted));
  await showArticle(ctx, newspaper.article(wanted) ?? named, conversation);
}

async function showArticle(
  ctx: Context,
  found: Article | undefined,
  conversation: Conversation,
): Promise<void> {
  if (found === undefined) return say(ctx, "unknown-article", conversation);
  const words = wordsFor(ctx, conversation);
  const { messages, keyboard } = articlePage(found, 1, {
    ...{ words, username: ctx.me.username },
    ...(conversation.publicUrl === undefined ? {} : { publicUrl: conversation.publicUrl }),
  });
  await sendMessages(ctx, messages, { logger: conversation.logger, keyboard });
}

/** Articles in a list of buttons. */
const LISTED = 10;
const LONGEST_LABEL = 50;

async function latest(ctx: Context, conversation: Conversation): Promise<void> {
  const words = wordsFor(ctx, conversation);
  const articles = conversation.newspaper.articles().slice(0, LISTED);
  if (articles.length === 0) return say(ctx, "latest-none", conversation);
  const keyboard = new InlineKeyboard();
  for (const { id, headline, source } of articles) {
    const label = [source.date, headlineOr(headline, words.say("no-headline"))].filter(Boolean);
    const data = buttonData({ kind: "article", articleId: id, page: 1 });
    keyboard.text(shorten(label.join(" "), LONGEST_LABEL), data).row();
  }
  const { logger } = conversation;
  await sendMessages(ctx, textBlocks(words.say("latest-title")), { logger, keyboard });
}

async function sources(ctx: Context, conversation: Conversation): Promise<void> {
  const words = wordsFor(ctx, conversation);
  const counts = new Map<string, number>();
  for (const { source } of conversation.newspaper.articles()) {
    const name = [source.date, source.page, source.file].filter(Boolean).join(" ");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return say(ctx, "sources-none", conversation);
  const lines = [...counts].map(([file, count]) =>
    words.say("source-line", { file, articles: count }),
  );
  const shown = lines.slice(0, 3 * LISTED);
  const rest = lines.length - shown.length;
  const text = [
    words.say("sources-title"),
    ...shown,
    ...(rest > 0 ? [words.say("more-sources", { count: rest })] : []),
  ].join("\n");
  await sendMessages(ctx, textBlocks(text), conversation);
}

async function language(ctx: Context, conversation: Conversation): Promise<void> {
  const words = wordsFor(ctx, conversation);
  const keyboard = new InlineKeyboard();
  for (const code of INTERFACE_LANGUAGES) {
    keyboard.text(LANGUAGE_NAMES[code], buttonData({ kind: "language", language: code }));
  }
  keyboard.row().text(words.say("language-own"), buttonData({ kind: "language", language: "" }));
  const { logger } = conversation;
  await sendMessages(ctx, textBlocks(words.say("language-prompt")), { logger, keyboard });
}

/** Each in itself, so that whoever reads it finds it. */
const LANGUAGE_NAMES = { en: "English", zh: "简体中文", "zh-Hant": "繁體中文" } as const;

async function forget(ctx: Context, conversation: Conversation): Promise<void> {
  conversation.chats.forget(placeOf(ctx));
  await say(ctx, "forgotten", conversation);
}

type Saying =
  | "start"
  | "article-usage"
  | "unknown-article"
  | "latest-none"
  | "sources-none"
  | "forgotten"
  | "privacy";

async function say(ctx: Context, key: Saying, conversation: Conversation): Promise<void> {
  const words = wordsFor(ctx, conversation).say(key);
  await sendMessages(ctx, textBlocks(words), conversation);
}
