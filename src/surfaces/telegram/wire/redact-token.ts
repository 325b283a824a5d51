import type { Logger } from "./logger.ts";

const PLACEHOLDER = "<token>";

/** The text with every occurrence of the bot token, also as written in a URL, taken out. */
export function redactToken(text: string, token: string): string {
  return text.replaceAll(token, PLACEHOLDER).replaceAll(encodeURIComponent(token), PLACEHOLDER);
}

/** A log that cannot print the token, whatever string it is handed: the belt to the braces. */
export function withoutToken(logger: Logger, token: string): Logger {
  const clean = (fields: object): object =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === "string" ? redactToken(value, token) : value,
      ]),
    );
  const level =
    (name: keyof Logger) =>
    (fields: object, message: string): void => {
      logger[name](clean(fields), redactToken(message, token));
    };
  return { debug: level("debug"), info: level("info"), warn: level("warn"), error: level("error") };
}
