import { GrammyError, type Api } from "grammy";
import { messageOf } from "../../errors.ts";
import { callSignal } from "./call-signal.ts";
import type { Logger } from "./logger.ts";
import { persist } from "./persist.ts";
import { isFailedCall, isTokenRefused, tokenRefused } from "./refusals.ts";

/** Who the bot is, as Telegram says. */
export type BotIdentity = Awaited<ReturnType<Api["getMe"]>>;

/** What to connect with. */
export interface Connection {
  readonly apiRoot: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * Asks Telegram who the bot is and takes over from a webhook. Waits for the network as long as it
 * takes; a refused token ends it at once.
 */
export async function connect(api: Api, connection: Connection): Promise<BotIdentity> {
  const { apiRoot, logger, signal } = connection;
  const isMendable = (error: unknown): boolean => isFailedCall(error) && !isTokenRefused(error);
  const patience = { logger, signal, isMendable };
  try {
    const me = await persist(() => api.getMe(callSignal(signal)), patience);
    await persist(() => takeOver(api, connection), patience);
    return me;
  } catch (error) {
    throw isTokenRefused(error) ? tokenRefused(apiRoot) : error;
  }
}

/** Telegram refuses getUpdates while a webhook is set. Pending updates are kept. */
async function takeOver(api: Api, { logger, signal }: Connection): Promise<void> {
  try {
    await api.deleteWebhook({}, callSignal(signal));
  } catch (error) {
    // A Bot API server of one's own may know no webhooks: then none is in the way.
    if (!(error instanceof GrammyError)) throw error;
    logger.debug({ reason: messageOf(error) }, "No webhook could be removed");
  }
}
