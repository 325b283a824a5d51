import type { Api } from "grammy";
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
  const introduce = async (): Promise<BotIdentity> => {
    const me = await api.getMe(callSignal(signal));
    // Telegram refuses getUpdates while a webhook is set. Pending updates are kept.
    await api.deleteWebhook({}, callSignal(signal));
    return me;
  };
  const isMendable = (error: unknown): boolean => isFailedCall(error) && !isTokenRefused(error);
  try {
    return await persist(introduce, { logger, signal, isMendable });
  } catch (error) {
    throw isTokenRefused(error) ? tokenRefused(apiRoot) : error;
  }
}
