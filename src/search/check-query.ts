import { UserError } from "../errors.ts";

/**
 * The text that is sent to the index: blanks around it removed, Unicode composed.
 * Throws `UserError` when nothing is left to search for, or far too much.
 */
export function checkQuery(text: string): string {
  const query = text.normalize("NFC").trim();
  if (!hasWords(query)) {
    throw new UserError(
      "Expected a question in words, got none. Ask, for example: 区里最近开了什么会？",
    );
  }
  if (query.length > MAX_QUERY) {
    throw new UserError(
      `Expected a question of at most ${MAX_QUERY} characters, got ${query.length}. Ask about one thing at a time.`,
    );
  }
  return query;
}

/** Whether there is anything in a text to search for. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** UTF-16 units: at most about one token each, so a question always fits the model's 512. */
export const MAX_QUERY = 500;
