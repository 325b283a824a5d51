import { join } from "node:path";
import { createRunner } from "@grammyjs/runner";
import type { Update } from "grammy/types";
import { onTestFinished, vi } from "vitest";
import { Inbox, type InboxOptions } from "../../../../src/surfaces/telegram/inbox/inbox.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

/** A file for an inbox that is gone after the test. */
export function temporaryInbox(): string {
  return join(temporaryFolder(), "inbox.db");
}

/** A message in a private chat, with as many words as anybody may send. */
export function update(id: number, chat = 1): Update {
  const from = { id: chat, is_bot: false, first_name: "李" };
  const message = { message_id: id, date: 1, text: `问题 ${id}`, from };
  return {
    update_id: id,
    message: { ...message, chat: { id: chat, type: "private", first_name: "李" } },
  };
}

/** Messages with these numbers, all in one chat. */
export function updates(ids: readonly number[], chat = 1): Update[] {
  return ids.map((id) => update(id, chat));
}

/** An inbox that tries again at once, in a file of its own unless told. */
export function openInbox(options: InboxOptions = {}, file = temporaryInbox()): Inbox {
  return new Inbox(file, { firstWait: 1, ...options });
}

/** Work on an inbox that has been started. */
export interface Work {
  /** Ends for the reason that the runner ends for. */
  readonly ended: Promise<void>;
  /** Takes no more, and resolves when nothing is in hand. */
  readonly stop: () => Promise<void>;
  /** As SIGKILL does: takes no more, and leaves what is in hand as it is. */
  readonly kill: () => void;
}

/** Hands the updates of an inbox to a handler, with a runner of @grammyjs/runner, until the test ends. */
export function work(inbox: Inbox, handle: (update: Update) => Promise<void>): Work {
  const runner = createRunner(inbox.source(), inbox.sink(handle));
  runner.start();
  const ended = runner.task() ?? Promise.resolve();
  ended.catch(() => undefined);
  const halt = (): void => {
    if (runner.isRunning()) void runner.stop();
  };
  const kill = (): void => {
    halt();
    inbox.close();
  };
  onTestFinished(kill);
  const stop = async (): Promise<void> => {
    halt();
    await ended;
    await inbox.settled();
  };
  return { ended, stop, kill };
}

/** Resolves once the condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  const look = (): void => {
    if (!condition()) throw new Error(`Waited for: ${String(condition)}`);
  };
  await vi.waitFor(look, { interval: 1, timeout: 4000 });
}

/** A promise that is resolved from outside. */
export function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

/** For handlers that are cut off by a kill. */
export const NEVER = new Promise<never>(() => undefined);

/** A handler that notes what it has handled to the end. */
export function recorder(meanwhile: (update: Update) => unknown = () => undefined) {
  const handled: number[] = [];
  const handle = async (one: Update): Promise<void> => {
    await meanwhile(one);
    handled.push(one.update_id);
  };
  return { handled, handle };
}

/** Resolves when everything that can go on without waiting has gone on. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
