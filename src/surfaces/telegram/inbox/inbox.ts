import { AsyncLocalStorage } from "node:async_hooks";
import {
  createConcurrentSink,
  createSource,
  type UpdateSink,
  type UpdateSource,
} from "@grammyjs/runner";
import type { Transformer } from "grammy";
import type { Update } from "grammy/types";
import { DEFAULTS, Postponed, type InboxOptions } from "./inbox-options.ts";
import { UpdateStore, type ParkedUpdate } from "./update-store.ts";

export { Postponed, type InboxOptions, type Verdict } from "./inbox-options.ts";

/**
 * A durable inbox for a grammY bot, between whatever receives updates and @grammyjs/runner. An update is on
 * disk before Telegram hears that it was received, and is done only when its handler has come to its end; a
 * process that is killed in between handles it again after its next start. Of the messages that the handler
 * had sent until then, those that `record` saw accepted are not sent again: `replay` gives their results.
 *
 *     const inbox = new Inbox("state/inbox.db");
 *     bot.api.config.use(inbox.record, autoRetry(), inbox.replay); // the first is nearest to the wire
 *     createRunner(inbox.source(), inbox.sink((update) => bot.handleUpdate(update))).start();
 *     for await (const updates of received()) inbox.store(updates); // each before Telegram hears of it
 *
 * What remains: a message that Telegram accepted just before the process was killed, or whose response was
 * lost on the way, is sent twice. Messages go to the wire one at a time, so that a kill repeats one at most.
 */
export class Inbox {
  readonly #store: UpdateStore;
  readonly #options: Required<InboxOptions>;
  /** Lanes with an update in hand, and lanes with an update that is not done in the order of their turns. */
  readonly #busy = new Set<string>();
  #row = new Set<string>();
  /** Updates finished so far, and how many that were when an update last met a bad line. */
  #finished = 0;
  #received = 0;
  readonly #unlucky = new Map<number, number>();
  readonly #current = new AsyncLocalStorage<Delivery>();
  #wake: () => void = () => undefined;
  #broken: Error | undefined;
  #wire: Promise<unknown> = Promise.resolve();

  /** Opens the inbox in a file, which is made when it is not there. */
  constructor(file: string, options: InboxOptions = {}) {
    this.#store = new UpdateStore(file);
    this.#options = { ...DEFAULTS, ...options };
  }

  /** Keeps updates, each once however often it comes; gives back how many were new. */
  store(updates: readonly Update[]): number {
    const added = this.#store.add(updates, this.#options.laneOf);
    this.#received += added;
    this.#wake();
    return added;
  }

  /** New updates since the inbox was opened. */
  get received(): number {
    return this.#received;
  }

  /** Updates that wait for their turn or for another try, or are in hand. */
  get depth(): number {
    return this.#store.count("waiting");
  }

  /** The updates that were given up, the latest first. */
  parked(limit = 20): ParkedUpdate[] {
    return this.#store.parked(limit);
  }

  /** For a runner: gives out what is ready, in turn between the lanes, and waits when nothing is. */
  source(): UpdateSource<Update> {
    return createSource({ supply: (room, signal) => this.#supply(room, signal) });
  }

  /** For a runner: handles updates, and notes what became of them. */
  sink(handle: (update: Update) => Promise<void>): UpdateSink<Update> {
    const consume = async (update: Update): Promise<void> => {
      try {
        await this.#current.run({ id: update.update_id, calls: 0 }, () => handle(update));
        this.#finish(update.update_id);
      } catch (error) {
        this.#putBack(update, error);
      } finally {
        this.#busy.delete(this.#options.laneOf(update));
        this.#wake();
      }
    };
    // `consume` throws only when the disk does: then the runner must end, not go on without it.
    const end = (error: unknown): Promise<void> => {
      this.#broken = error as Error;
      this.#wake();
      return Promise.resolve();
    };
    return createConcurrentSink({ consume }, end, { concurrency: this.#options.workers });
  }

  /** Resolves when no update is in hand; for after the runner has stopped. */
  async settled(): Promise<void> {
    while (this.#busy.size > 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Farthest from the wire: a message that was accepted before a kill is not sent again. */
  readonly replay: Transformer = async (previous, method, payload, signal) => {
    const delivery = this.#current.getStore();
    if (delivery === undefined || !SENDS.test(method)) return previous(method, payload, signal);
    const call = delivery.calls++;
    const response = this.#store.response(delivery.id, call);
    if (response !== undefined) return response as never;
    return this.#current.run({ ...delivery, call }, () => previous(method, payload, signal));
  };

  /** Sends something that `replay` is not to count, and that a further try of the update sends again. */
  unrecorded<T>(work: () => Promise<T>): Promise<T> {
    return this.#current.exit(work);
  }

  /** Nearest to the wire: notes which messages Telegram has accepted, one at a time. */
  readonly record: Transformer = async (previous, method, payload, signal) => {
    const { id = NaN, call } = this.#current.getStore() ?? {};
    if (call === undefined) return previous(method, payload, signal);
    const turn = this.#wire.then(async () => {
      const response = await previous(method, payload, signal);
      if (response.ok) this.#store.keepResponse(id, call, response);
      return response;
    });
    this.#wire = turn.catch(() => undefined);
    return turn;
  };

  /** Forgets updates that were done and came so many milliseconds ago: Telegram keeps them for a day. */
  forget(age = TWO_DAYS): void {
    this.#store.forgetBefore(Date.now() - age);
  }

  close(): void {
    this.#store.close();
  }

  async #supply(room: number, signal: Aborting): Promise<Update[]> {
    while (!signal.aborted) {
      if (this.#broken) throw this.#broken;
      // One look at the clock for both, or what falls due between two looks is neither ready nor due.
      const now = Date.now();
      const ready = this.#ready(room, now);
      if (ready.length > 0) return ready;
      await this.#somethingNew(signal, now);
    }
    return [];
  }

  /** The oldest update of each free lane, in turn. */
  #ready(room: number, now: number): Update[] {
    const waiting = new Map(this.#store.waiting().map((oldest) => [oldest.lane, oldest]));
    // A lane that comes anew joins the row at its end, as one that has been served does.
    this.#row = new Set([...this.#row, ...waiting.keys()].filter((lane) => waiting.has(lane)));
    const ready = [...this.#row]
      .flatMap((lane) => waiting.get(lane) ?? [])
      .filter(({ lane, after }) => after <= now && !this.#busy.has(lane))
      .slice(0, Math.min(room, this.#options.workers - this.#busy.size));
    for (const { lane } of ready) {
      this.#busy.add(lane);
      this.#row.delete(lane);
      this.#row.add(lane);
    }
    return ready.map(({ id }) => this.#store.update(id));
  }

  /** Until an update comes, a lane gets free, a try falls due, or the signal. */
  async #somethingNew(signal: Aborting, now: number): Promise<void> {
    const due = this.#store.nextDue(now);
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      const timer = due === undefined ? undefined : setTimeout(wake, due - now);
      this.#wake = wake;
      signal.addEventListener("abort", wake);
    });
  }

  #finish(id: number): void {
    this.#store.finish(id);
    this.#finished += 1;
    this.#unlucky.delete(id);
  }

  #putBack(update: Update, error: unknown): void {
    const { judge, reasonOf, tries, firstWait, laneOf, onParked } = this.#options;
    const id = update.update_id;
    if (error instanceof Postponed) {
      this.#store.postpone(id, Date.now() + error.milliseconds, { failures: 0 });
      return;
    }
    const verdict = judge(error);
    if (verdict === "dropped") {
      this.#finish(id);
      return;
    }
    const reason = reasonOf(error);
    const counted = verdict === "failed" || this.#isAloneUnlucky(id) ? 1 : 0;
    const failures = this.#store.failures(id) + counted;
    if (failures >= tries) {
      this.#store.park(id, reason);
      onParked({ updateId: id, lane: laneOf(update), reason });
      return;
    }
    // Longer by up to half, so that what failed together does not come back together.
    const wait = Math.min(LONGEST_WAIT, firstWait * 2 ** failures) * (1 + Math.random() / 2);
    this.#store.postpone(id, Date.now() + wait, { failures: counted, reason });
  }

  /** Whether others have come through since this update met the bad line last. */
  #isAloneUnlucky(id: number): boolean {
    const before = this.#unlucky.get(id) ?? Infinity;
    this.#unlucky.set(id, this.#finished);
    return this.#finished > before;
  }
}

/** The update that a handler works on, and how many messages it has sent. */
interface Delivery {
  readonly id: number;
  calls: number;
  /** The number of the message that is on its way to the wire. */
  readonly call?: number;
}

/** What the runner's signal and the platform's have in common. */
interface Aborting {
  readonly aborted: boolean;
  readonly addEventListener: (type: "abort", listener: () => void) => void;
  readonly removeEventListener: (type: "abort", listener: () => void) => void;
}

/** To edit, to type or to answer a button twice does no harm, and a draft does not come in every try. */
const SENDS = /^(?:send(?!ChatAction|MessageDraft)|forward|copy)/;

const TWO_DAYS = 48 * 60 * 60 * 1000;
const LONGEST_WAIT = 10 * 60 * 1000;
