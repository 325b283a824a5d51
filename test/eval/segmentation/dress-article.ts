import type { ArticleText } from "./article-texts.ts";
import type { Random } from "./random.ts";

/** A story as it comes: a title, whose parts are a blank apart, and paragraphs a line feed apart. */
export interface PlainArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Dresses a plain story as a newspaper does: a lead word, a byline, and a deck, subheads and a caption
 * that repeat clauses of its text. One part of a title may become its kicker or its deck.
 */
export function dressArticle({ id, title, text }: PlainArticle, random: Random): ArticleText {
  const paragraphs = text.split("\n").filter((paragraph) => paragraph !== "");
  const body = random.percent(SUBHEADS) ? withSubheads(paragraphs, random) : paragraphs;
  const pulled = pulledClause(paragraphs, random);
  const caption = pulledClause(paragraphs, random);
  return {
    id,
    ...titled(title, pulled, random),
    lead: random.percent(85) ? "本报讯" : `本报${random.pick(["综合", "专"])}讯`,
    body,
    ...(random.percent(15) ? {} : { byline: bylineOf(random) }),
    ...(caption === "" || !random.percent(CAPTIONS) ? {} : { caption: captioned(caption, random) }),
  };
}

// In percent, as often as in the development pages.
const SUBHEADS = 25;
const CAPTIONS = 25;
const DECKS = 35;
const SPLIT_TITLES = 8;
const TITLE_BREAKS = 60;

function titled(
  title: string,
  pulled: string,
  random: Random,
): Pick<ArticleText, "headline" | "kicker" | "deck"> {
  const [first = title, ...others] = title.trim().split(/\s+/u);
  const rest = others.join(" ");
  if (rest !== "" && random.percent(SPLIT_TITLES)) {
    return random.percent(50) ? { headline: rest, kicker: first } : { headline: first, deck: rest };
  }
  const headline = rest !== "" && random.percent(TITLE_BREAKS) ? `${first}|${rest}` : title.trim();
  if (pulled === "" || !random.percent(DECKS)) return { headline };
  return random.percent(40) ? { headline, kicker: pulled } : { headline, deck: pulled };
}

const SHORTEST_CLAUSE = 6;
const LONGEST_CLAUSE = 22;

function clausesIn(text: string): readonly string[] {
  return text
    .split(/[\p{P}\p{S}\s]+/u)
    .filter(({ length }) => length >= SHORTEST_CLAUSE && length <= LONGEST_CLAUSE);
}

function pulledClause(paragraphs: readonly string[], random: Random): string {
  return random.shuffled(paragraphs.flatMap(clausesIn))[0] ?? "";
}

function withSubheads(paragraphs: readonly string[], random: Random): readonly string[] {
  return paragraphs.flatMap((paragraph, at) => {
    const [first, second] = random.shuffled(clausesIn(paragraph));
    if (at === 0 || first === undefined || !random.percent(40)) return [paragraph];
    const double = second !== undefined && random.percent(35);
    return [`# ${double ? `${first}|${second}` : first}`, paragraph];
  });
}

function captioned(clause: string, random: Random): string {
  const style = random.between(1, 4);
  if (style === 1) return `图为${clause}`;
  if (style === 2) return `▲${clause}`;
  if (style === 3) return `${clause}。 ${random.pick(["记者", "通讯员"])} ${nameOf(random)} 摄`;
  return clause;
}

function bylineOf(random: Random): string {
  const reporter = `记者 ${nameOf(random)}`;
  const style = random.between(1, 10);
  if (style <= 3) return reporter;
  if (style <= 6) return `${reporter} 通讯员 ${nameOf(random)}`;
  if (style === 7) return `${reporter} 通讯员 ${nameOf(random)} ${nameOf(random)}`;
  if (style === 8) return `${reporter} 通讯员 ${nameOf(random)} 文/图`;
  if (style === 9) return `通讯员 ${nameOf(random)}`;
  return `${reporter}/文 ${nameOf(random)}/图`;
}

function nameOf(random: Random): string {
  const family = random.pick([
    "宁",
    "杭",
    "丛",
    "路",
    "桑",
    "戚",
    "辛",
    "巫",
    "卞",
    "冉",
    "邹",
    "乔",
    "温",
  ]);
  const given = random.pick(["一鸣", "采薇", "笑", "远", "小满", "起", "芷", "望舒", "如斯"]);
  return given.length === 1 && random.percent(20) ? `${family} ${given}` : family + given;
}
