import { partsOf, type Part, type Question } from "./questions.ts";

/** What a torture came to. */
export interface Findings {
  readonly questions: number;
  /** Messages that answer them, each counted once. */
  readonly messages: number;
  /** Questions of which a part was never sent. */
  readonly lost: readonly Question[];
  /** Messages that were sent once more than needed. */
  readonly repeats: number;
  /** Kills that more than one message was repeated after, and messages that one process sent twice. */
  readonly excessiveRepeats: number;
  /** Chats in which something came before what it should have come after. */
  readonly disorderedChats: readonly number[];
}

/** A message that reached its chat, with the number of the process that sent it. */
interface Sending {
  readonly part: Part;
  readonly life: number;
}

/** Keeps account of what was asked and what was sent. */
export class Ledger {
  readonly #asked = new Map<number, number>();
  readonly #sent = new Map<string, Sending[]>();
  readonly #done = new Map<number, number>();

  constructor(chats: readonly number[]) {
    for (const chat of chats) this.#asked.set(chat, 0);
  }

  /** Chats with fewer questions waiting than that, each as often as one is missing. */
  shortOf(waiting: number): number[] {
    return [...this.#asked].flatMap(([chat, asked]) => {
      const missing = waiting - (asked - (this.#done.get(chat) ?? 0));
      return Array<number>(Math.max(0, missing)).fill(chat);
    });
  }

  /** Notes that the next question of a chat is asked, and gives it. */
  ask(chat: number): Question {
    const n = (this.#asked.get(chat) ?? 0) + 1;
    this.#asked.set(chat, n);
    return { chat, n };
  }

  /** Notes that a message reached its chat. */
  send(part: Part, life: number): void {
    const key = keyOf(part);
    const before = this.#sent.get(key) ?? [];
    if (before.length === 0 && part.part === partsOf(part)) {
      this.#done.set(part.chat, (this.#done.get(part.chat) ?? 0) + 1);
    }
    this.#sent.set(key, [...before, { part, life }]);
  }

  /** Whether the last part of every question has been sent. */
  get isComplete(): boolean {
    return [...this.#asked].every(([chat, asked]) => asked === (this.#done.get(chat) ?? 0));
  }

  /** Looks at everything that was asked and sent. */
  findings(): Findings {
    const sendings = [...this.#sent.values()];
    const questions = [...this.#asked].flatMap(([chat, asked]) =>
      Array.from({ length: asked }, (_, index) => ({ chat, n: index + 1 })),
    );
    return {
      questions: questions.length,
      messages: sendings.length,
      lost: questions.filter((question) => partsIn(question).some((it) => !this.#has(it))),
      repeats: sendings.reduce((sum, { length }) => sum + length - 1, 0),
      excessiveRepeats: excessOf(sendings),
      disorderedChats: [...this.#asked.keys()].filter((chat) => !this.#isOrdered(chat)),
    };
  }

  #has(part: Part): boolean {
    return this.#sent.has(keyOf(part));
  }

  /** Maps keep the order in which their keys came first. */
  #isOrdered(chat: number): boolean {
    const parts = [...this.#sent.values()].flatMap(([first]) => (first ? [first.part] : []));
    const own = parts.filter((part) => part.chat === chat);
    return own.every((part, index) => {
      const before = own[index - 1];
      return (
        before === undefined ||
        part.n > before.n ||
        (part.n === before.n && part.part > before.part)
      );
    });
  }
}

/**
 * A message that is sent again was in flight when an earlier process was killed: the last but one to have
 * sent it. One such message a kill is what the inbox allows.
 */
function excessOf(sendings: readonly Sending[][]): number {
  const charged = new Map<number, number>();
  let twiceInOneLife = 0;
  for (const messages of sendings) {
    const lives = messages.map(({ life }) => life).sort((a, b) => a - b);
    twiceInOneLife += lives.length - new Set(lives).size;
    for (const life of lives.slice(0, -1)) charged.set(life, (charged.get(life) ?? 0) + 1);
  }
  return twiceInOneLife + [...charged.values()].filter((count) => count > 1).length;
}

function partsIn(question: Question): Part[] {
  return Array.from({ length: partsOf(question) }, (_, index) => ({
    ...question,
    part: index + 1,
  }));
}

function keyOf({ chat, n, part }: Part): string {
  return `${chat}-${n}/${part}`;
}
