/** Whether a reader would see anything of a text. What has nothing to see, Telegram refuses as empty. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** A headline without the blanks around it, or other words where there is nothing to see of it. */
export function headlineOr(headline: string, otherwise: string): string {
  return isVisible(headline) ? headline.trim() : otherwise;
}

/** Anything but blanks, marks of direction and width, three accents that Telegram takes out, and two empty signs. */
const VISIBLE = /[^\s\p{Z}\p{Cc}\p{Cf}\u030a\u0333\u033f\u2800\ufffc]/u;
