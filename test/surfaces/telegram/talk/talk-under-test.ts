import { onTestFinished } from "vitest";
import type { Newspaper } from "../../../../src/answer/newspaper.ts";
import { BotApiServer, type SentMessage } from "../../../helpers/bot-api-server.ts";
import { type BotUnderTest, type Setting, fakeNewspaper, startBot } from "../bot-under-test.ts";

/** A bot that answers from a newspaper, and a reader who talks to it. Both end with the test. */
export interface Talk extends BotUnderTest {
  readonly server: BotApiServer;
  /** Sends an update and gives the next messages that the bot sends or rewrites. */
  readonly say: (update: object, count?: number) => Promise<SentMessage[]>;
  /** Presses a button below a message and gives the words that are shown for a moment. */
  readonly press: (message: SentMessage, data: string, changes?: object) => Promise<string>;
}

/** Starts a talk. */
export async function startTalk(
  newspaper: Partial<Newspaper> = {},
  setting: Setting = {},
): Promise<Talk> {
  const server = await new BotApiServer().listen();
  const running = await startBot(server, fakeNewspaper(newspaper), setting);
  onTestFinished(async () => {
    await running.bot.stop();
    await server.close();
  });
  const say = async (update: object, count = 1): Promise<SentMessage[]> => {
    const before = server.sent.length;
    server.push({ ...update });
    await server.waitForSent(before + count);
    return server.sent.slice(before);
  };
  const press = async (
    message: SentMessage,
    data: string,
    changes: object = {},
  ): Promise<string> => {
    const before = server.callsOf("answerCallbackQuery").length;
    const { chatId, messageId, text, payload } = message;
    const { reply_markup: markup } = payload;
    const shown = { message_id: messageId, date: 1, text, reply_markup: markup };
    const chat = { id: chatId, type: "private", first_name: "李" };
    server.push({
      callback_query: {
        ...{ id: String(before), chat_instance: "1", data },
        from: { id: 1001, is_bot: false, first_name: "李", language_code: "en" },
        message: { ...shown, chat },
        ...changes,
      },
    });
    await server.waitFor(() => server.callsOf("answerCallbackQuery").length > before, "a toast");
    const { text: toast } = server.callsOf("answerCallbackQuery")[before]?.payload ?? {};
    return (toast as string | undefined) ?? "";
  };
  return { ...running, server, say, press };
}

/** The buttons below a message: what they say, and what they carry or where they lead. */
export function buttonsOf(message: SentMessage | undefined): Record<string, string> {
  const markup = message?.payload["reply_markup"] as
    { inline_keyboard: { text: string; url?: string; callback_data?: string }[][] } | undefined;
  const buttons = (markup?.inline_keyboard ?? []).flat();
  return Object.fromEntries(
    buttons.map(({ text, url, callback_data: data }) => [text, url ?? data ?? ""]),
  );
}
