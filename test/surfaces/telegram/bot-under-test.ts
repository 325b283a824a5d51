import type { Answer, Citation } from "../../../src/answer/answer.ts";
import type { Newspaper } from "../../../src/answer/newspaper.ts";
import type { Article } from "../../../src/articles/article.ts";
import type { Logger } from "../../../src/surfaces/telegram/logger.ts";
import { type RunningBot, runBot } from "../../../src/surfaces/telegram/run-bot.ts";
import type { BotApiServer } from "../../helpers/bot-api-server.ts";

/** The one article of the paper. */
export const ARTICLE: Article = {
  id: "meeting-2022",
  headline: "<能力作风> & 总结会",
  byline: "记者 王明",
  captions: [],
  text: "9月28日，总结会召开。\n会议指出，要转作风。",
  source: { file: "pages/004_page.txt", lines: [185, 191], date: "2022-09-30", page: "A02" },
  lineSpans: [],
};

/** The second sentence of the article, as a citation. */
export function citation(changes: Partial<Citation> = {}): Citation {
  const { id: articleId, headline, source } = ARTICLE;
  return {
    n: 1,
    articleId,
    headline,
    quote: "会议指出，要转作风。",
    start: 13,
    end: 23,
    source,
    ...changes,
  };
}

/** An answer with one citation. */
export function answered(question: string, changes: Partial<Answer> = {}): Answer {
  return {
    question,
    language: "zh",
    status: "answered",
    confidence: 0.9,
    answer: "",
    citations: [citation()],
    nearest: [],
    ...changes,
  };
}

/** A paper that answers every question with the second sentence of its only article. */
export function fakeNewspaper(changes: Partial<Newspaper> = {}): Newspaper {
  return {
    ask: (question) => Promise.resolve(answered(question)),
    articles: () => [ARTICLE],
    article: (id) => (id === ARTICLE.id ? ARTICLE : undefined),
    page: () => undefined,
    ...changes,
  };
}

/** A log that can be read back: every line as `level message {fields}`. */
export class LogRecorder implements Logger {
  readonly lines: string[] = [];
  readonly debug = this.level("debug");
  readonly info = this.level("info");
  readonly warn = this.level("warn");
  readonly error = this.level("error");

  of(level: keyof Logger): string[] {
    return this.lines.filter((line) => line.startsWith(level));
  }

  private level(name: string) {
    return (fields: object, message: string): void => {
      this.lines.push(`${name} ${message} ${JSON.stringify(fields)}`);
    };
  }
}

/** A bot on the server, with a log to read. */
export interface BotUnderTest {
  readonly bot: RunningBot;
  readonly log: LogRecorder;
}

/** Starts the bot on the server. */
export async function startBot(
  server: BotApiServer,
  newspaper: Newspaper = fakeNewspaper(),
): Promise<BotUnderTest> {
  const log = new LogRecorder();
  const settings = { token: server.token, apiRoot: server.url, defaultLanguage: "en" };
  return { bot: await runBot(settings, { newspaper, logger: log }), log };
}

/** A message in a private chat; `changes` goes over the message's own fields. */
export function message(text: string | undefined, changes: object = {}): { message: object } {
  const command = /^\/\w+(@\w+)?/.exec(text ?? "")?.[0];
  return {
    message: {
      message_id: 77,
      date: 1_700_000_000,
      chat: { id: 1001, type: "private", first_name: "李" },
      from: { id: 1001, is_bot: false, first_name: "李", language_code: "zh-hans" },
      ...(text === undefined ? {} : { text }),
      ...(command === undefined
        ? {}
        : { entities: [{ type: "bot_command", offset: 0, length: command.length }] }),
      ...changes,
    },
  };
}

/** A reader whose Telegram speaks the language, or says nothing about it. */
export function reader(language?: string): { from: object } {
  const code = language === undefined ? {} : { language_code: language };
  return { from: { id: 1001, is_bot: false, first_name: "Ann", ...code } };
}
