import type { Answer, Citation } from "../../../src/answer/answer.ts";
import type { Newspaper } from "../../../src/answer/newspaper.ts";
import type { Article } from "../../../src/articles/article.ts";
import type { Logger } from "../../../src/surfaces/telegram/wire/logger.ts";
import { type BotState, openBotState } from "../../../src/surfaces/telegram/bot-state.ts";
import type { Editing } from "../../../src/surfaces/telegram/talk/operating.ts";
import {
  type BotSettings,
  type RunningBot,
  runBot,
} from "../../../src/surfaces/telegram/run-bot.ts";
import type { BotApiServer } from "../../helpers/bot-api-server.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { gate } from "./inbox/inbox-under-test.ts";

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

/** A paper that answers when it is released, and what it was asked until then. */
export function slowNewspaper() {
  const asked: string[] = [];
  const { passed, open: release } = gate();
  const newspaper = fakeNewspaper({
    ask: async (question) => {
      asked.push(question);
      await passed;
      return answered(question);
    },
  });
  return { newspaper, asked, release };
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
  /** Another bot that is started on it goes on where this one ended. */
  readonly stateDir: string;
  readonly state: BotState;
}

/** What a test sets otherwise. */
export interface Setting {
  /** Of a bot that ran before; an empty folder unless told. */
  readonly stateDir?: string;
  readonly settings?: Partial<BotSettings>;
  readonly editing?: Partial<Editing>;
}

/** Starts the bot on the server; its state is closed when it is stopped. */
export async function startBot(
  server: BotApiServer,
  newspaper: Newspaper = fakeNewspaper(),
  setting: Setting = {},
): Promise<BotUnderTest> {
  const log = new LogRecorder();
  const stateDir = setting.stateDir ?? temporaryFolder();
  const state = openBotState(stateDir, log);
  const editing = { ...NOTHING_TO_EDIT, ...setting.editing };
  const dependencies = { newspaper, state, editing, version: "0.0.0", logger: log };
  const bot = await runBot(settingsFor(server, setting.settings), dependencies);
  const stop = async (): Promise<void> => {
    await bot.stop();
    state.close();
  };
  return { bot: { ...bot, stop }, log, stateDir, state };
}

/** The settings of a bot on the server, with one operator: 4242. */
export function settingsFor(
  server: Pick<BotApiServer, "token" | "url">,
  changes: Partial<BotSettings> = {},
): BotSettings {
  const { token, url: apiRoot } = server;
  return { token, apiRoot, defaultLanguage: "en", operators: [4242], ...changes };
}

/** A paper that has just been brought up to date. */
export const NOTHING_TO_EDIT: Editing = {
  reindex: () => Promise.resolve({ files: 2, articles: 13, embedded: 0 }),
  add: () => Promise.resolve({ outcome: "exists" }),
};

let nextMessageId = 77;

/** A new message in a private chat; `changes` goes over the message's own fields. */
export function message(text: string | undefined, changes: object = {}): { message: object } {
  const command = /^\/\w+(@\w+)?/.exec(text ?? "")?.[0];
  return {
    message: {
      message_id: nextMessageId++,
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

/** A message like `message`, in another private chat. */
export function messageIn(chat: number, text: string): { message: object } {
  return message(text, { chat: { id: chat, type: "private", first_name: "王" } });
}

/** A reader whose Telegram speaks the language, or says nothing about it. */
export function reader(language?: string): { from: object } {
  const code = language === undefined ? {} : { language_code: language };
  return { from: { id: 1001, is_bot: false, first_name: "Ann", ...code } };
}
