/** An element of a page, or the text between two tags. */
export type HtmlNode = HtmlElement | string;

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}

/**
 * Reads HTML far more strictly than a browser does, and throws where a browser would guess: a tag or
 * an attribute that the templates do not use, an attribute without quotes, a bare `<`, `>`, `&` or
 * quote in text, a tag that is not closed or closed twice.
 */
export function parseHtml(source: string): HtmlElement {
  const root: OpenElement = { tag: "#document", attributes: new Map(), children: [] };
  const open = [root];
  let at = 0;
  while (at < source.length) {
    at = source[at] === "<" ? readTag(source, at, open) : readText(source, at, open);
  }
  if (open.length !== 1) throw new Error(`<${String(open.at(-1)?.tag)}> is not closed.`);
  return root;
}

/** Every element below and with `element`, in document order. */
export function elementsOf(element: HtmlElement): HtmlElement[] {
  const below = element.children.filter((child) => typeof child !== "string");
  return [element, ...below.flatMap(elementsOf)];
}

export function elementsWith(element: HtmlElement, tag: string): HtmlElement[] {
  return elementsOf(element).filter((candidate) => candidate.tag === tag);
}

export function textOf(node: HtmlNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

/** Everything about a page but its words: tags, attribute names, and how deep each stands. */
export function skeletonOf(element: HtmlElement, depth = 0): string {
  const own = `${" ".repeat(depth)}${element.tag} ${[...element.attributes.keys()].join(" ")}`;
  const below = element.children.filter((child) => typeof child !== "string");
  return [own, ...below.map((child) => skeletonOf(child, depth + 1))].join("\n");
}

interface OpenElement extends HtmlElement {
  readonly children: HtmlNode[];
}

const tags =
  "html head meta title link body header main section article form label div input button h1 h2 p a span " +
  "ul ol li figure blockquote figcaption time mark table thead tbody tr th td";
const knownTags = new Set(tags.split(" "));
const voidTags = new Set(["meta", "link", "input"]);
const attributes =
  "lang charset name content rel href class id action method for type value placeholder maxlength required " +
  "role aria-labelledby datetime scope colspan title";
const knownAttributes = new Set(attributes.split(" "));

function readTag(source: string, at: number, open: OpenElement[]): number {
  if (at === 0 && source.startsWith("<!doctype html>")) return "<!doctype html>".length;
  const pattern = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/y;
  pattern.lastIndex = at;
  const [whole = "", slash, tag = "", written = ""] = pattern.exec(source) ?? [];
  if (!knownTags.has(tag)) throw new Error(`No tag of ours: ${source.slice(at, at + 60)}`);
  if (slash === "/") close(tag, open);
  else begin({ tag, attributes: readAttributes(written), children: [] }, open);
  return at + whole.length;
}

function close(tag: string, open: OpenElement[]): void {
  const closed = open.pop();
  if (closed?.tag !== tag) throw new Error(`</${tag}> closes <${String(closed?.tag)}>.`);
}

function begin(element: OpenElement, open: OpenElement[]): void {
  open.at(-1)?.children.push(element);
  if (!voidTags.has(element.tag)) open.push(element);
}

function readAttributes(written: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of written.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) {
    if (!knownAttributes.has(name)) throw new Error(`No attribute of ours: ${name}`);
    if (found.has(name)) throw new Error(`Twice in one tag: ${name}`);
    found.set(name, decode(value));
  }
  return found;
}

function readText(source: string, at: number, open: OpenElement[]): number {
  const next = source.indexOf("<", at);
  const end = next === -1 ? source.length : next;
  open.at(-1)?.children.push(decode(source.slice(at, end)));
  return end;
}

const entities = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
]);

function decode(written: string): string {
  const bare = /[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/.exec(written);
  if (bare !== null) throw new Error(`Not escaped: ${written.slice(bare.index, bare.index + 60)}`);
  return written.replace(/&[^;]+;/g, (entity) => entities.get(entity) ?? entity);
}
