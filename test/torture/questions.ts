/** A question of the torture: the n-th of its chat. */
export interface Question {
  readonly chat: number;
  readonly n: number;
}

/** One of the messages that answer a question. */
export interface Part extends Question {
  readonly part: number;
}

/** What is asked. */
export function wordsOf({ chat, n }: Question): string {
  return `${chat}-${n}`;
}

/** How many messages a question takes to answer: one, two or three. */
export function partsOf({ n }: Question): number {
  return 1 + (n % 3);
}

// More than half a message: two of them do not fit in one.
const FILLER = "文".repeat(2200);

/** The quotes that answer a question, each so long that it takes a message of its own. */
export function quotesFor(words: string): string[] {
  const [chat = 0, n = 0] = words.split("-").map(Number);
  const count = partsOf({ chat, n });
  return Array.from({ length: count }, (_, part) => `【${words}/${part + 1}】${FILLER}`);
}

/** Which part of which answer a message is. */
export function partIn(text: string): Part {
  const [, chat, n, part] = (/【(\d+)-(\d+)\/(\d+)】/.exec(text) ?? []).map(Number);
  if (chat === undefined || n === undefined || part === undefined) {
    throw new Error(`Expected a part of an answer, got: ${text.slice(0, 200)}`);
  }
  return { chat, n, part };
}
