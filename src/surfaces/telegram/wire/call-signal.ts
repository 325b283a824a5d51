import type { Api } from "grammy";

/** The signal that grammY's calls take. */
export type CallSignal = NonNullable<Parameters<Api["getMe"]>[0]>;

/**
 * A signal of the platform for a call of grammY's, whose types know only the `abort-controller`
 * package. The two are alike in all that the client touches: `aborted` and the `abort` event.
 */
export function callSignal(signal: AbortSignal): CallSignal {
  return signal as unknown as CallSignal;
}
