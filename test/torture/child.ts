import type { Newspaper } from "../../src/answer/newspaper.ts";
import { openBotState } from "../../src/surfaces/telegram/bot-state.ts";
import type { Logger } from "../../src/surfaces/telegram/wire/logger.ts";
import { runBot } from "../../src/surfaces/telegram/run-bot.ts";
import { quotesFor } from "./questions.ts";

// The process that the torture kills: the bot itself, on a newspaper that knows an answer to everything.
const [apiRoot = "", token = "", folder = ""] = process.argv.slice(2);

const silent = (): void => undefined;
const complain = (fields: object, message: string): void => {
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
};
const logger: Logger = { debug: silent, info: silent, warn: complain, error: complain };

const newspaper: Newspaper = {
  ask: (question) =>
    Promise.resolve({
      ...{ question, language: "zh", status: "answered", confidence: 0.9, answer: "", nearest: [] },
      citations: quotesFor(question).map((quote, index) => ({
        ...{ n: index + 1, articleId: "torture", headline: "消息", quote },
        ...{ start: 0, end: quote.length, source: { file: "001.txt", lines: [1, 1] } },
      })),
    }),
  articles: () => [],
  article: () => undefined,
  page: () => undefined,
};

const editing = {
  reindex: () => Promise.reject(new Error("not here")),
  add: () => Promise.reject(new Error("not here")),
};

// Whoever kills me is gone, and so is the server.
process.on("disconnect", () => process.exit());
const bot = await runBot(
  { token, apiRoot, defaultLanguage: "en", operators: [] },
  { newspaper, state: openBotState(folder, logger), editing, version: "0.0.0", logger },
);
await bot.done;
