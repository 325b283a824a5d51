import type { ArticleText } from "./article-texts.ts";
import type { Run, SampleLine } from "./sample-page.ts";
import type { Sheet } from "./sheet.ts";

/** Sets headline, kicker and deck of an article, together or in runs of their own. */
export function setTitle(text: ArticleText, sheet: Sheet, article: number): readonly Run[] {
  const { habits, random } = sheet;
  const line = (role: SampleLine["role"], words: string): SampleLine => ({
    text: words,
    role,
    article,
    order: 0,
  });
  const minor = (words: string | undefined, share: number): SampleLine[] =>
    words !== undefined && random.percent(share) ? [line("subheadline", words)] : [];
  const kicker = minor(text.kicker, habits.kicker);
  const deck = minor(text.deck, habits.deck);
  const headline = headlineLines(text.headline, sheet).map((words) => line("headline", words));
  if (!random.percent(habits.deckApart)) return [[...kicker, ...headline, ...deck]];
  const runs = random.percent(25) ? [deck, kicker, headline] : [kicker, headline, deck];
  return runs.filter((run) => run.length > 0);
}

// Shorter headlines are never broken against their sense.
const LONG_HEADLINE = 12;

function headlineLines(headline: string, { habits, random }: Sheet): readonly string[] {
  const parts = headline.split("|");
  if (parts.length > 1) return random.percent(65) ? parts : [parts.join(" ")];
  if (headline.length < LONG_HEADLINE || !random.percent(habits.headlineBroken)) return parts;
  const at = wordBreak(headline, Math.round(headline.length * (0.4 + 0.2 * random.next())));
  return [headline.slice(0, at), headline.slice(at)];
}

const words = new Intl.Segmenter("zh", { granularity: "word" });

function wordBreak(text: string, wanted: number): number {
  const breaks = [...words.segment(text)]
    .filter(({ index, isWordLike }) => index > 0 && isWordLike === true)
    .map(({ index }) => index);
  return breaks.find((index) => index >= wanted) ?? wanted;
}
