import { setTimeout } from "node:timers/promises";
import { openBotState } from "../../src/surfaces/telegram/bot-state.ts";
import { BotApiServer, type ApiCall } from "../helpers/bot-api-server.ts";
import { Ledger, type Findings } from "./ledger.ts";
import type { Moment } from "./moments.ts";
import { partIn, wordsOf, type Question } from "./questions.ts";
import { Victim } from "./victim.ts";

/** What the torture of one bot came to. */
export interface BotReport extends Findings {
  /** Updates that wait or were given up when everything should be done. */
  readonly leftInInbox: number;
  /** What the bot complained of. */
  readonly notes: string;
}

const CHATS = [1001, 1002, 1003, 1004, 1005, 1006];
/** Questions of one chat that wait for their answer at any time. */
const WAITING = 3;
/** Longer than a bot needs on the busiest machine. */
const LONGEST_WAIT_MS = 15_000;

/** One bot with its server and its state, in one process after the other. */
export class TorturedBot {
  readonly #program: string;
  readonly #folder: string;
  readonly #server = new BotApiServer();
  readonly #ledger = new Ledger(CHATS);
  /** The number of the process; it stands in the address that it calls. */
  #life = 0;
  #onCall: (method: string) => Promise<void> | undefined = () => undefined;
  #isAsked = true;
  #notes = "";

  /** A bot that runs as this program and has its state in this folder. */
  constructor(program: string, folder: string) {
    this.#program = program;
    this.#folder = folder;
    this.#server.hold = (call) => this.#serve(call);
  }

  /** Opens the server, and begins to ask. */
  async begin(): Promise<void> {
    await this.#server.listen();
    this.#ask();
  }

  /** Starts the bot and kills it at the moment; false when the moment has not come for a long time. */
  async dieAt(moment: Moment): Promise<boolean> {
    const coming = this.#comes(moment);
    const victim = this.#start();
    const tooLate = new AbortController();
    const never = setTimeout(LONGEST_WAIT_MS, undefined, { signal: tooLate.signal });
    const release = await Promise.race([coming, victim.end(), never.catch(() => undefined)]);
    tooLate.abort();
    await this.#kill(victim);
    release?.();
    return release !== undefined;
  }

  /** Lets a last process answer everything, and looks at what came of it all. */
  async finish(): Promise<BotReport> {
    this.#isAsked = false;
    const victim = this.#start();
    const state = openBotState(this.#folder, SILENT);
    const deadline = performance.now() + LONGEST_WAIT_MS;
    const isDone = (): boolean => this.#ledger.isComplete && state.inbox.depth === 0;
    while (!isDone() && performance.now() < deadline) {
      await Promise.race([setTimeout(20), victim.end()]);
      this.#collect();
    }
    await this.#kill(victim);
    await this.#server.close();
    const leftInInbox = state.inbox.depth + state.inbox.parked().length;
    state.close();
    return { ...this.#ledger.findings(), leftInInbox, notes: this.#notes };
  }

  #start(): Victim {
    this.#life += 1;
    const { url, token } = this.#server;
    return new Victim(this.#program, [`${url}/${this.#life}`, token, this.#folder]);
  }

  async #kill(victim: Victim): Promise<void> {
    await victim.kill();
    this.#onCall = () => undefined;
    this.#notes += victim.notes;
  }

  /** Resolves at the moment, with what lets go the call that is held. */
  #comes({ method, nth, delay, isHeld }: Moment): Promise<() => void> {
    const nothing = (): void => undefined;
    if (method === undefined) return setTimeout(delay, nothing);
    let left = nth;
    return new Promise((resolve) => {
      this.#onCall = (called) => {
        if (called !== method || --left !== 0) return undefined;
        if (isHeld === true) return new Promise<void>(resolve);
        void setTimeout(delay, nothing).then(resolve);
        return undefined;
      };
    });
  }

  #serve({ root, method }: ApiCall): Promise<void> | undefined {
    this.#collect();
    this.#ask();
    return root === `/${this.#life}` ? this.#onCall(method) : undefined;
  }

  /** Enters what was sent into the ledger; an edit says what stands there already. */
  #collect(): void {
    for (const { method, root, text } of this.#server.sent.splice(0)) {
      if (method === "sendMessage") this.#ledger.send(partIn(text), Number(root.slice(1)));
    }
    this.#server.calls.length = 0;
  }

  #ask(): void {
    if (!this.#isAsked) return;
    for (const chat of this.#ledger.shortOf(WAITING)) {
      this.#server.push({ message: messageOf(this.#ledger.ask(chat)) });
    }
  }
}

function messageOf(question: Question): object {
  const { chat, n } = question;
  return {
    ...{ message_id: n, date: 1_700_000_000, text: wordsOf(question) },
    chat: { id: chat, type: "private", first_name: "李" },
    from: { id: chat, is_bot: false, first_name: "李", language_code: "zh-hans" },
  };
}

const nothing = (): void => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
