import { Api } from "grammy";
import { messageOf, UserError } from "../../../errors.ts";
import { keepTokenIn } from "./keep-token-in.ts";
import { isTokenRefused, tokenRefused } from "./refusals.ts";

const TIMEOUT_SECONDS = 10;

/** The name of the bot that a token belongs to, asked once; a `UserError` says what is wrong with it. */
export async function checkToken(token: string, apiRoot: string): Promise<string> {
  checkTokenShape(token);
  const api = new Api(token, { apiRoot, timeoutSeconds: TIMEOUT_SECONDS });
  api.config.use(keepTokenIn(token));
  try {
    return (await api.getMe()).username;
  } catch (error) {
    if (isTokenRefused(error)) throw tokenRefused(apiRoot);
    throw new UserError(
      `Expected an answer from ${apiRoot}, got: ${messageOf(error)}. ` +
        "Check the network, and TELEGRAM_API_ROOT if it is set.",
    );
  }
}

/** Refuses a token that cannot be one before anything is sent. */
export function checkTokenShape(token: string): void {
  if (/^\d+:[\w-]+$/.test(token)) return;
  throw new UserError(
    "TELEGRAM_BOT_TOKEN is not a bot token. Expected digits, a colon and letters, " +
      "as in 123456:ABC-DEF. Copy it again from @BotFather.",
  );
}
