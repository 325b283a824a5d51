/**
 * Where the headline of an article leads: its place on the web, or else back into this chat, where
 * the bot prints it. Undefined when neither can be reached.
 */
export function articleLink(
  article: { readonly articleId: string; readonly link?: string },
  username: string,
): string | undefined {
  const { articleId, link } = article;
  if (link !== undefined && isOnTheWeb(link)) return link;
  return START_PAYLOAD.test(articleId) ? `https://t.me/${username}?start=${articleId}` : undefined;
}

// https://core.telegram.org/bots/features#deep-linking
const START_PAYLOAD = /^[\w-]{1,64}$/;

// Longer links do not survive every Telegram client.
const LONGEST_LINK = 1000;

// Telegram shows a link to localhost as plain words, and the reader's localhost is not ours anyway.
function isOnTheWeb(link: string): boolean {
  if (link.length > LONGEST_LINK || !URL.canParse(link) || /\p{Surrogate}/u.test(link))
    return false;
  const { protocol, hostname } = new URL(link);
  return /^https?:$/.test(protocol) && hostname.includes(".") && !hostname.startsWith("127.");
}
