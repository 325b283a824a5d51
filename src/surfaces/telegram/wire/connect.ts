import { GrammyError, type Api } from "grammy";
import { messageOf } from "../../../errors.ts";
import { callSignal } from "./call-signal.ts";
import type { Logger } from "./logger.ts";
import { RECEIVED } from "./receive-updates.ts";
import { persist } from "./persist.ts";
import { isFailedCall, isTokenRefused, tokenRefused } from "./refusals.ts";

/** Who the bot is, as Telegram says. */
export type BotIdentity = Awaited<ReturnType<Api["getMe"]>>;

/** What to connect with. */
export interface Connection {
  readonly apiRoot: string;
  /** Where Telegram is to post updates; it is told to post none without. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * Asks Telegram who the bot is and tells it how updates are received. Waits for the network as long as it
 * takes; a refused token ends it at once.
 */
export async function connect(api: Api, connection: Connection): Promise<BotIdentity> {
  const { apiRoot, logger, signal } = connection;
  const isMendable = (error: unknown): boolean => isFailedCall(error) && !isTokenRefused(error);
  const patience = { logger, signal, isMendable };
  try {
    const me = await persist(() => api.getMe(callSignal(signal)), patience);
    await persist(() => agreeOnWay(api, connection), patience);
    return me;
  } catch (error) {
    throw isTokenRefused(error) ? tokenRefused(apiRoot) : error;
  }
}

/** Telegram refuses getUpdates while a webhook is set. Pending updates are kept either way. */
async function agreeOnWay(api: Api, { webhook, logger, signal }: Connection): Promise<void> {
  if (webhook !== undefined) {
    const { url, secret } = webhook;
    const allowed = { secret_token: secret, allowed_updates: RECEIVED };
    await api.setWebhook(url, allowed, callSignal(signal));
    return;
  }
  try {
    await api.deleteWebhook({}, callSignal(signal));
  } catch (error) {
    // A Bot API server of one's own may know no webhooks: then none is in the way.
    if (!(error instanceof GrammyError)) throw error;
    logger.debug({ reason: messageOf(error) }, "No webhook could be removed");
  }
}
