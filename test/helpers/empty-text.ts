/**
 * Whether Telegram takes a text for empty, and refuses it: it is when nothing is left but blanks, and marks that
 * Telegram takes out or that cannot be seen. As in td/telegram/misc.cpp of https://github.com/tdlib/td.
 */
export function isEmptyToTelegram(text: string): boolean {
  return !HAS_SOMETHING.test(text);
}

/** Anything but blanks, control characters, marks of direction and width, and three accents that draw lines. */
const HAS_SOMETHING =
  /[^\s\p{Cc}\u00a0\u180e\u200b-\u200f\u2028-\u202e\u2800\u0333\u033f\u030a\ufeff\ufffc]/u;
