import type { ParkedUpdate } from "../inbox/update-store.ts";

/** What operators can see and do. */
export interface Operating extends Editing {
  readonly version: string;
  /** Updates that came since the start; those that wait, and those that were given up. */
  readonly received: () => number;
  readonly waiting: () => number;
  readonly parked: () => readonly ParkedUpdate[];
  /** Fetches a file that was sent to the bot, by the path that Telegram gives for it. */
  readonly download: (path: string) => Promise<Uint8Array>;
}

/** What is done to the paper itself. */
export interface Editing {
  /** Brings the index up to date with the corpus. Rejects with the reason when it cannot. */
  readonly reindex: () => Promise<Reindexed>;
  /** Adds a file of one of `PAGE_KINDS` to the corpus and the index, never over one that is there. */
  readonly add: (name: string, bytes: Uint8Array) => Promise<Added>;
}

/** What bringing the index up to date came to. */
export interface Reindexed {
  readonly files: number;
  readonly articles: number;
  readonly embedded: number;
}

/** What adding a file came to. A refused one is not in the corpus any more. */
export type Added =
  | { readonly outcome: "added"; readonly articles: number }
  | { readonly outcome: "exists" }
  | { readonly outcome: "refused"; readonly reason: string };

/** Files that hold pages or articles. */
export const PAGE_KINDS: readonly string[] = [".txt", ".jsonl"];
