/** A response of the Bot API. */
export interface Reply {
  readonly code: number;
  readonly body: object;
}

/** A response that says no. */
export interface Refusal {
  readonly code: number;
  readonly description: string;
  readonly retryAfter?: number;
}

/** Of two that poll, the older hears this. */
export const CONFLICT: Refusal = {
  code: 409,
  description:
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
};

/** Whoever polls while updates are posted hears this. */
export const WEBHOOK_IS_SET: Refusal = {
  code: 409,
  description:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
};

/** What a call gave. */
export function accepted(result: unknown): Reply {
  return { code: 200, body: { ok: true, result } };
}

/** What is wrong with a call. */
export function badRequest(complaint: string): Reply {
  return refusal({ code: 400, description: `Bad Request: ${complaint}` });
}

/** A call that is refused. */
export function refusal({ code, description, retryAfter }: Refusal): Reply {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return { code, body: { ok: false, error_code: code, description, ...parameters } };
}
