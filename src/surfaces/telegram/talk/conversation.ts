import type { Newspaper } from "../../../answer/newspaper.ts";
import type { ChatStore } from "../chats/chat-store.ts";
import type { Logger } from "../wire/logger.ts";
import type { Operating } from "./operating.ts";
import type { Pace } from "./pace.ts";
import type { InterfaceLanguage } from "../words/words.ts";

/** What a conversation with a reader needs. */
export interface Conversation {
  readonly newspaper: Newspaper;
  readonly chats: ChatStore;
  readonly logger: Logger;
  /** For readers whose Telegram does not tell theirs. */
  readonly defaultLanguage: InterfaceLanguage;
  readonly publicUrl?: string;
  readonly pace: Pace;
  readonly questionsPerMinute: number;
  /** Telegram's ids of those who may operate the bot. */
  readonly operators: ReadonlySet<number>;
  readonly operating: Operating;
  /** Sends what a further try of the same update is to send again. */
  readonly unrecorded: <T>(work: () => Promise<T>) => Promise<T>;
}
