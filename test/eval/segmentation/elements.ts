import type { ArticleText } from "./article-texts.ts";
import type { Habits } from "./habits.ts";
import type { Random } from "./random.ts";

/** A paragraph, a subhead or a byline of an article, before it is set. */
export interface Element {
  readonly role: "body" | "subhead" | "byline";
  /** A byline that stands behind the last sentence where there is room. */
  readonly inline?: true;
  readonly text: string;
  /** Its place in reading order, wherever it is printed. */
  readonly order: number;
}

/** An article's elements in the order of print, and the texts that a right cut may give. */
export interface Copy {
  readonly elements: readonly Element[];
  /** Subheads that are printed far away. */
  readonly far: readonly Element[];
  readonly texts: readonly string[];
}

/** Decides where lead word, byline and subheads of an article go. */
export function copyOf(article: ArticleText, habits: Habits, random: Random): Copy {
  const place = bylinePlace(habits, random);
  const signed = place === "lead" && article.lead !== undefined && article.byline !== undefined;
  const lead = random.percent(habits.leadMissing) ? "" : leadOf(article, signed, random);
  const elements = article.body.map((text, order) => elementOf(text, order + 1));
  const first = elements[0];
  if (first !== undefined) elements[0] = { ...first, text: lead + first.text };
  const texts = textsOf(elements, article.signature ?? "");
  if (!signed || lead === "") addByline(elements, article, place);
  return { ...floatSubheads(elements, habits, random), texts };
}

type BylinePlace = "line" | "inline" | "second" | "lead" | "head";

function bylinePlace(habits: Habits, random: Random): BylinePlace {
  if (!random.percent(habits.bylineMoved)) return random.percent(65) ? "line" : "inline";
  return random.pick(["second", "lead", "head"]);
}

function leadOf({ lead, byline }: ArticleText, signed: boolean, random: Random): string {
  if (lead === undefined) return "";
  if (signed) return `${lead}（${byline ?? ""}）`;
  return lead + random.pick([" ", " ", "　", ""]);
}

function elementOf(text: string, order: number): Element {
  return text.startsWith("# ")
    ? { role: "subhead", text: text.slice(2), order }
    : { role: "body", text, order };
}

function textsOf(elements: readonly Element[], signature: string): readonly string[] {
  const all = elements.map(({ text }) => text.replace("|", "")).join("\n");
  const bare = elements.flatMap(({ role, text }) => (role === "subhead" ? [] : [text])).join("\n");
  const unsigned = bare === all ? [all] : [all, bare];
  return signature === "" ? unsigned : [...unsigned, ...unsigned.map((text) => text + signature)];
}

function addByline(elements: Element[], article: ArticleText, place: BylinePlace): void {
  const text = article.byline ?? article.signature ?? "";
  if (text === "") return;
  const byline: Element = { role: "byline", text, order: elements.length + 1 };
  if (article.byline === undefined) elements.push(byline);
  else if (place === "head") elements.unshift(byline);
  else if (place === "second" && elements[1]?.role === "body") elements.splice(1, 0, byline);
  else if (place === "inline") elements.push({ ...byline, inline: true });
  else elements.push(byline);
}

/** A floating subhead stands a paragraph too early or too late, or behind its section. */
function floatSubheads(
  elements: readonly Element[],
  habits: Habits,
  random: Random,
): Pick<Copy, "elements" | "far"> {
  const printed = [...elements];
  const far: Element[] = [];
  for (const subhead of elements.filter(({ role }) => role === "subhead")) {
    if (!random.percent(habits.subheadFloats)) continue;
    const at = printed.indexOf(subhead);
    printed.splice(at, 1);
    if (random.percent(habits.subheadFar)) far.push(subhead);
    else printed.splice(floated(printed, at, random), 0, subhead);
  }
  return { elements: printed, far };
}

function floated(elements: readonly Element[], at: number, random: Random): number {
  const next = elements.findIndex(({ role }, index) => index >= at && role !== "body");
  const behind = next < 0 ? elements.length : next;
  const target = random.pick([at - 1, at + 1, behind]);
  return Math.max(1, Math.min(elements.length, target));
}
