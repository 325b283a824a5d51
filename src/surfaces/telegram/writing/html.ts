const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Any text as Telegram HTML, between tags or in an attribute, and well-formed. */
export function escapeHtml(text: string): string {
  return wellFormed(text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character));
}

/** A text with U+FFFD for half of a surrogate pair, which Telegram refuses as not UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** Markup in bold. */
export function bold(html: string): string {
  return `<b>${html}</b>`;
}

/** Markup in italics. */
export function italic(html: string): string {
  return `<i>${html}</i>`;
}

/** Markup as a link, or as it is when there is nowhere to go. */
export function linked(html: string, url: string | undefined): string {
  return url === undefined ? html : `<a href="${escapeHtml(url)}">${html}</a>`;
}

/** A piece of a text with some of its words in bold; `start` is where the piece begins, all in the same units. */
export function markedHtml(
  piece: string,
  start: number,
  words: { readonly start: number; readonly end: number } | undefined,
): string {
  const from = characterStart(piece, (words?.start ?? 0) - start);
  const to = Math.max(from, characterStart(piece, (words?.end ?? 0) - start));
  const marked = piece.slice(from, to);
  if (marked === "") return escapeHtml(piece);
  return escapeHtml(piece.slice(0, from)) + bold(escapeHtml(marked)) + escapeHtml(piece.slice(to));
}

/** An index within a text, moved to the start of its surrogate pair when it points into one. */
function characterStart(text: string, index: number): number {
  const within = Math.min(text.length, Math.max(0, index));
  const isInPair = within > 0 && (text.codePointAt(within - 1) ?? 0) > 0xffff;
  return isInPair ? within - 1 : within;
}

/** A quotation that Telegram folds up when it is long. */
export function quotation(html: string): string {
  return `<blockquote expandable>${html}</blockquote>`;
}
