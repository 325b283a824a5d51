import { GrammyError, HttpError } from "grammy";
import { UserError } from "../../../errors.ts";

/** A call failed on the way or at Telegram; anything else that is thrown is a bug of ours. */
export function isFailedCall(error: unknown): boolean {
  return error instanceof HttpError || error instanceof GrammyError;
}

/** No answer came from Telegram, or it is ill: worth another try. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof HttpError || (error instanceof GrammyError && error.error_code >= 500);
}

/** The reader has blocked the bot, the group has put it out, or lets it not speak: no answer is wanted. */
export function isUnwelcome(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || (error.error_code === 400 && SILENCED.test(error.description));
}

/** As Telegram words it where the bot lacks a right, or the chat or its topic is gone or closed. */
const SILENCED =
  /not enough rights|have no rights|need administrator rights|CHAT_(?:WRITE|SEND_\w+)_FORBIDDEN|CHAT_RESTRICTED|chat not found|TOPIC_(?:CLOSED|DELETED)|message thread not found|query is too old/i;

/** The seconds that Telegram wants us to wait, where it says so. */
export function waitToldBy(error: unknown): number | undefined {
  return error instanceof GrammyError ? error.parameters.retry_after : undefined;
}

/** Telegram did not like our markup; the same words without markup will pass. */
export function isMarkupRefused(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    error.description.includes("can't parse entities")
  );
}

/** Another poll of the same bot cut ours off, or a webhook was set. */
export function isConflict(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 409;
}

/** Telegram does not know the token: 401 for a revoked one, 404 for one it cannot even read. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

/** What the operator reads when the token is refused; the token itself is never shown. */
export function tokenRefused(apiRoot: string): UserError {
  return new UserError(
    `TELEGRAM_BOT_TOKEN was refused by ${apiRoot}. Copy it again from @BotFather.`,
  );
}
