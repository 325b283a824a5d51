import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A process of the bot that is there to be killed. */
export class Victim {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #isKilled = false;
  #notes = "";

  /** Starts the program with these words. */
  constructor(program: string, words: readonly string[]) {
    const stdio = ["ignore", "ignore", "pipe", "ipc"] as const;
    this.#process = fork(program, words, { execArgv: [], env: {}, stdio: [...stdio] });
    this.#process.stderr?.setEncoding("utf8").on("data", (text: string) => (this.#notes += text));
    this.#ended = once(this.#process, "close");
  }

  /** What it has complained of. */
  get notes(): string {
    return this.#notes;
  }

  /** Rejects when it ends without having been killed. */
  async end(): Promise<never> {
    await this.#ended;
    if (this.#isKilled) return new Promise<never>(() => undefined);
    throw new Error(`The bot ended by itself: ${this.#notes}`);
  }

  /** Resolves when it is dead. */
  async kill(): Promise<void> {
    this.#isKilled = true;
    this.#process.kill("SIGKILL");
    await this.#ended;
  }
}
