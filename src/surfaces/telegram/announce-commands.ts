import type { Api } from "grammy";
import { messageOf } from "../../errors.ts";
import { callSignal } from "./call-signal.ts";
import type { Logger } from "./logger.ts";
import { messagesFor } from "./messages.ts";

/** What announcing needs besides the API. */
export interface Announcing {
  /** The menu of readers whose Telegram speaks neither Chinese nor English. */
  readonly defaultLanguage: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

// Telegram asks for two-letter codes.
const LANGUAGES = ["zh", "en"] as const;

/** Puts the commands in the chat's menu, in both languages. A bot without a menu still answers. */
export async function announceCommands(api: Api, announcing: Announcing): Promise<void> {
  const { defaultLanguage, logger } = announcing;
  const signal = callSignal(announcing.signal);
  try {
    await api.setMyCommands(messagesFor(defaultLanguage).commands(), {}, signal);
    for (const language of LANGUAGES) {
      const commands = messagesFor(language).commands();
      await api.setMyCommands(commands, { language_code: language }, signal);
    }
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, "The command menu could not be set");
  }
}
