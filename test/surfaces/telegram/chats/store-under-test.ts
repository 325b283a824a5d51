import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  ChatStore,
  type StoredAnswer,
} from "../../../../src/surfaces/telegram/chats/chat-store.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;
export const HERE = { chat: 7, topic: 0 };
export const ELSEWHERE = { chat: -1_001_234_567_890, topic: 3 };

/** A clock that stands still until it is told to go on. */
export class Clock {
  time = Date.UTC(2024, 4, 1);
  readonly now = (): number => this.time;
  pass(ms: number): void {
    this.time += ms;
  }
}

/** A store in a file of its own, or in one that is there; closed after the test. */
export function openStore(file = join(temporaryFolder(), "chats.sqlite"), clock = new Clock()) {
  const store = new ChatStore(file, { now: clock.now });
  onTestFinished(() => {
    store.close();
  });
  return { store, clock, file };
}

/** An answer to put into a store. */
export function anAnswer(changes: Partial<StoredAnswer> = {}): StoredAnswer {
  return {
    place: HERE,
    question: "会议何时召开？",
    history: ["谁主持会议？"],
    status: "answered",
    articleIds: ["004-1", "004-2"],
    messageId: 11,
    asker: 5_123_456_789,
    ...changes,
  };
}
