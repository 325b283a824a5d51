import type { Api } from "grammy";
import type { BotCommand, BotCommandScope } from "grammy/types";
import { messageOf } from "../../../errors.ts";
import { callSignal } from "../wire/call-signal.ts";
import type { Logger } from "../wire/logger.ts";
import { OPERATOR_COMMANDS } from "./operator-commands.ts";
import { READER_COMMANDS } from "./reader-commands.ts";
import { wordsIn, type InterfaceLanguage } from "../words/words.ts";

/** What announcing needs besides the API. */
export interface Announcing {
  /** The menu of readers whose Telegram speaks neither Chinese nor English. */
  readonly defaultLanguage: InterfaceLanguage;
  readonly operators: readonly number[];
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Telegram asks for two-letter codes, so both kinds of Chinese share one menu. */
const LANGUAGES = ["zh", "en"] as const;

/**
 * Puts the commands in the chat's menu, in both languages, and those of operators in theirs. A bot without
 * a menu still answers.
 */
export async function announceCommands(api: Api, announcing: Announcing): Promise<void> {
  const { defaultLanguage, operators, logger } = announcing;
  const signal = callSignal(announcing.signal);
  const announce = async (
    commands: readonly Command[],
    language: InterfaceLanguage,
    options: { language_code?: "zh" | "en"; scope?: BotCommandScope },
  ): Promise<void> => {
    await api.setMyCommands(menuOf(commands, language), options, signal);
  };
  try {
    await announce(READER_COMMANDS, defaultLanguage, {});
    for (const language of LANGUAGES) {
      await announce(READER_COMMANDS, language, { language_code: language });
    }
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, "The command menu could not be set");
  }
  for (const chat of operators) {
    const all = [...READER_COMMANDS, ...OPERATOR_COMMANDS];
    const scope = { type: "chat", chat_id: chat } as const;
    // Telegram does not know the chat of an operator who has never written to the bot.
    await announce(all, defaultLanguage, { scope }).catch((error: unknown) => {
      logger.debug({ reason: messageOf(error) }, "The menu of an operator could not be set");
    });
  }
}

type Command = (typeof READER_COMMANDS)[number] | (typeof OPERATOR_COMMANDS)[number];

function menuOf(commands: readonly Command[], language: InterfaceLanguage): BotCommand[] {
  const words = wordsIn(language);
  return commands.map((command) => ({ command, description: words.say(`command-${command}`) }));
}
