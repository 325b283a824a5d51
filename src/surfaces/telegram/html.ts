const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/**
 * Any text as Telegram HTML, between tags or in an attribute. Half of a surrogate pair, which Telegram
 * refuses as not UTF-8, becomes U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replace(/\p{Surrogate}/gu, "\uFFFD");
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

/** A quotation that Telegram folds up when it is long. */
export function quotation(html: string): string {
  return `<blockquote expandable>${html}</blockquote>`;
}
