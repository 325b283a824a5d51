/** When a bot is killed: some milliseconds after its n-th call of a method, or after its start. */
export interface Moment {
  readonly method?: string;
  readonly nth: number;
  readonly delay: number;
  /** The server has the call by then but does nothing about it before the bot is dead. */
  readonly isHeld?: boolean;
}

/** Any moment, but more often one at which more can go wrong. */
export function anyMoment(): Moment {
  const moments: Moment[] = [
    // Before it has said anything.
    { nth: 1, delay: below(150) },
    { method: "getMe", nth: 1, delay: below(30) },
    // Between receiving, storing and confirming.
    { method: "getUpdates", nth: 1 + below(3), delay: below(6) },
    { method: "getUpdates", nth: 1, delay: below(80) },
    // Between sending, accepting and noting that.
    { method: "sendMessage", nth: 1 + below(8), delay: below(6) },
    { method: "sendMessage", nth: 1 + below(8), delay: 0, isHeld: true },
  ];
  const moment = moments[below(moments.length)];
  if (moment === undefined) throw new Error("No moment.");
  return moment;
}

/** An integer from 0 to below the limit. */
function below(limit: number): number {
  return Math.floor(Math.random() * limit);
}
