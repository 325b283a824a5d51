import type { Update } from "grammy/types";
import { laneOf } from "./lane-of.ts";
import type { ParkedUpdate } from "./update-store.ts";

/** What an error says about the update that was being handled. */
export type Verdict =
  /** Tried again after a while, `tries` times in all; then it is parked. */
  | "failed"
  /** The line is at fault: tried again however often, unless meanwhile others come through. */
  | "unlucky"
  /** Nobody waits for an answer any more: as good as done. */
  | "dropped";

/** How an inbox deals with updates. */
export interface InboxOptions {
  /** Updates of one lane are handled one after the other, in order. Of its chat unless told. */
  readonly laneOf?: (update: Update) => string;
  /** How many updates are handled at once. */
  readonly workers?: number;
  /** `failed` unless told. A handler may also throw `Postponed`. */
  readonly judge?: (error: unknown) => Verdict;
  /** What is kept of an error as the reason; its message unless told. */
  readonly reasonOf?: (error: unknown) => string;
  readonly tries?: number;
  /** Milliseconds before the second try; doubled for each further one, up to ten minutes. */
  readonly firstWait?: number;
  readonly onParked?: (parked: ParkedUpdate) => void;
}

/** Thrown by a handler that wants its update back after a while; that is no failure. */
export class Postponed extends Error {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`Wanted again in ${milliseconds} ms`);
    this.milliseconds = milliseconds;
  }
}

/** What an inbox does that is not told otherwise. */
export const DEFAULTS: Required<InboxOptions> = {
  laneOf,
  workers: 4,
  judge: () => "failed",
  reasonOf: (error) => (error instanceof Error ? error.message : String(error)),
  tries: 5,
  firstWait: 1000,
  onParked: () => undefined,
};
