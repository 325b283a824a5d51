import { join } from "node:path";
import { BotError } from "grammy";
import { messageOf } from "../../errors.ts";
import { ChatStore } from "./chats/chat-store.ts";
import { Inbox, type Verdict } from "./inbox/inbox.ts";
import type { Logger } from "./wire/logger.ts";
import { isUnreachable, isUnwelcome } from "./wire/refusals.ts";

/** What the bot must never lose: questions that wait for their answer, and what it remembers of its chats. */
export interface BotState {
  readonly inbox: Inbox;
  readonly chats: ChatStore;
  readonly close: () => void;
}

/** Opens the state in a folder that is there; its files are made when they are not. */
export function openBotState(folder: string, logger: Logger): BotState {
  const inbox = new Inbox(join(folder, "inbox.db"), {
    judge: verdictOn,
    reasonOf: (error) => messageOf(causeOf(error)),
    onParked: ({ updateId: update, reason }) => {
      logger.error({ update, reason }, "An update is given up; /status lists it");
    },
  });
  const chats = new ChatStore(join(folder, "chats.db"));
  return {
    inbox,
    chats,
    close: () => {
      inbox.close();
      chats.close();
    },
  };
}

/** What an error of grammY's middleware was caused by. */
export function causeOf(error: unknown): unknown {
  return error instanceof BotError ? error.error : error;
}

/** A reader who has blocked the bot wants no answer, and a line that is down is no fault of a question. */
function verdictOn(error: unknown): Verdict {
  const cause = causeOf(error);
  if (isUnwelcome(cause)) return "dropped";
  return isUnreachable(cause) ? "unlucky" : "failed";
}
