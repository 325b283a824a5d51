/** The words of a message as Telegram reads its HTML, or Telegram's complaint. */
export type ParsedHtml =
  | { readonly text: string; readonly quotes: readonly string[]; readonly links: readonly string[] }
  | { readonly error: string };

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const TOKEN = /<\/?[a-z-]+[^<>]*>|&(?:#\d+|#x[\da-f]+|\w+);|[<>&]|[^<>&]+/giu;

// Each tag with what may stand after its name.
const NOTHING = /^$/;
const TAGS: ReadonlyMap<string, RegExp> = new Map([
  ...["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "pre", "tg-spoiler"].map(
    (tag): [string, RegExp] => [tag, NOTHING],
  ),
  ["a", /^ href="[^"]*"$/],
  ["blockquote", /^( expandable)?$/],
  ["span", /^ class="tg-spoiler"$/],
  ["code", /^( class="language-[^"]*")?$/],
]);

interface Reading {
  text: string;
  readonly quotes: string[];
  readonly links: string[];
  /** Tags not yet closed, and how long the text was when they opened. */
  readonly open: { readonly name: string; readonly start: number }[];
}

/**
 * Reads Telegram HTML as the Bot API does, and a little stricter: an ampersand that starts no entity
 * and a bare `>` are refused here, while Telegram lets them pass.
 */
export function parseTelegramHtml(html: string): ParsedHtml {
  const reading: Reading = { text: "", quotes: [], links: [], open: [] };
  for (const match of html.matchAll(TOKEN)) {
    const complaint = read(match[0], reading);
    if (complaint !== undefined) return { error: `${complaint} at byte offset ${match.index}` };
  }
  const unclosed = reading.open.at(-1);
  if (unclosed !== undefined) {
    return { error: `Can't find end tag corresponding to start tag "${unclosed.name}"` };
  }
  return { text: reading.text.trim(), quotes: reading.quotes, links: reading.links };
}

function read(token: string, reading: Reading): string | undefined {
  if (/^<\//.test(token)) return closeTag(token.slice(2, -1), reading);
  if (/^<./.test(token)) return openTag(token, reading);
  const words = /^[<>&]/.test(token) ? entity(token) : token;
  if (words === undefined) return `Unexpected "${token}"`;
  reading.text += words;
  return undefined;
}

function openTag(token: string, reading: Reading): string | undefined {
  const [, name = "", attributes = ""] = /^<([a-z-]+)(.*)>$/s.exec(token) ?? [];
  const allowed = TAGS.get(name);
  if (allowed === undefined) return `Unsupported start tag "${name}"`;
  if (!allowed.test(attributes)) return `Unexpected attribute of tag "${name}"`;
  if (name === "blockquote" && reading.open.some((tag) => tag.name === name)) {
    return "Nested blockquote";
  }
  if (name === "a")
    reading.links.push(attributes.slice(7, -1).replace(/&\w+;/g, (it) => entity(it) ?? it));
  reading.open.push({ name, start: reading.text.length });
  return undefined;
}

function closeTag(name: string, reading: Reading): string | undefined {
  const last = reading.open.pop();
  if (last === undefined) return "Unexpected end tag";
  if (last.name !== name) {
    return `Unmatched end tag, expected "</${last.name}>", found "</${name}>"`;
  }
  if (name === "blockquote") reading.quotes.push(reading.text.slice(last.start));
  return undefined;
}

function entity(token: string): string | undefined {
  const [, number, name = ""] = /^&(?:#(\w+)|(\w+));$/.exec(token) ?? [];
  if (number !== undefined) return String.fromCodePoint(Number(number.replace(/^x/i, "0x")));
  return NAMED[name];
}
