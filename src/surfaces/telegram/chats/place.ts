/** Where a conversation is held: each chat, and each forum topic of it, has a memory of its own. */
export interface Place {
  readonly chat: number;
  /** 0 when there is none. */
  readonly topic: number;
}
