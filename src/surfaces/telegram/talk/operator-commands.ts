import type { Composer, Context } from "grammy";
import { messageOf } from "../../../errors.ts";
import type { Conversation } from "./conversation.ts";
import { textBlocks } from "../writing/rendered-message.ts";
import { sendMessages } from "../writing/send-messages.ts";
import type { Words } from "../words/words.ts";
import { wordsFor } from "./words-for.ts";

/** The commands of operators, in the order of their menu. */
export const OPERATOR_COMMANDS = [...(["stats", "missed", "reindex", "status"] as const)];

/** Teaches the bot the commands of operators. For everybody else they are commands that it does not have. */
export function onOperatorCommands(messages: Composer<Context>, conversation: Conversation): void {
  const { operators } = conversation;
  // In a group everybody would read the answer.
  const theirs = messages.chatType("private").filter((ctx) => operators.has(ctx.from.id));
  const replies = { stats, missed, reindex, status };
  for (const command of OPERATOR_COMMANDS) {
    theirs.command(command, async (ctx) => {
      const words = wordsFor(ctx, conversation);
      const text = await replies[command](words, conversation, (waiting) =>
        sendMessages(ctx, textBlocks(waiting), conversation),
      );
      await sendMessages(ctx, textBlocks(text), conversation);
    });
  }
}

type Tell = (words: string) => Promise<unknown>;

function stats(words: Words, { chats, operating }: Conversation): string {
  const { answers, notFound, unhelpful } = chats.counts();
  return words.say("stats-body", {
    ...{ answers, notFound, unhelpful },
    updates: operating.received(),
    waiting: operating.waiting(),
  });
}

/** Questions in one message. */
const LISTED = 20;

function missed(words: Words, { chats }: Conversation): string {
  const questions = chats.missed(LISTED);
  if (questions.length === 0) return words.say("missed-none");
  const lines = questions.map(({ question, reason }) =>
    words.say("missed-line", {
      question,
      reason: words.say(reason === "not_found" ? "reason-not-found" : "reason-unhelpful"),
    }),
  );
  return [words.say("missed-title"), ...lines].join("\n");
}

async function reindex(words: Words, { operating, logger }: Conversation, tell: Tell) {
  const started = performance.now();
  await tell(words.say("reindex-running"));
  try {
    const { files, articles, embedded } = await operating.reindex();
    const seconds = Math.round((performance.now() - started) / 1000);
    return words.say("reindex-done", { files, articles, embedded, seconds });
  } catch (error) {
    const reason = messageOf(error);
    logger.error({ reason }, "The index could not be brought up to date");
    return words.say("reindex-failed", { reason });
  }
}

function status(words: Words, { newspaper, operating }: Conversation): string {
  const parked = operating.parked();
  const body = words.say("status-body", {
    version: operating.version,
    uptime: durationOf(process.uptime(), words.language),
    waiting: operating.waiting(),
    parked: parked.length,
    articles: newspaper.articles().length,
    memory: `${Math.round(process.memoryUsage.rss() / 1024 ** 2)} MB`,
  });
  const lines = parked.map(({ updateId: update, reason }) =>
    words.say("status-parked-line", { update, reason }),
  );
  return [body, ...lines].join("\n");
}

/** The two largest units of a time, such as `2 d 3 h`. */
function durationOf(seconds: number, language: string): string {
  const units = [
    ["day", Math.floor(seconds / 86_400)],
    ["hour", Math.floor(seconds / 3600) % 24],
    ["minute", Math.floor(seconds / 60) % 60],
    ["second", Math.floor(seconds) % 60],
  ] as const;
  const first = Math.max(
    0,
    units.findIndex(([, count]) => count > 0),
  );
  return units
    .slice(first, first + 2)
    .map(([unit, count]) =>
      new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(count),
    )
    .join(" ");
}
