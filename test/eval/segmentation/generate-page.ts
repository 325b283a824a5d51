import { articleTexts, type ArticleText, type Purpose, type Script } from "./article-texts.ts";
import { composePage } from "./compose-page.ts";
import { createRandom, type Random } from "./random.ts";
import { LEVELS, type Level, type SamplePage } from "./sample-page.ts";
import { setArticle } from "./set-article.ts";
import { createSheet } from "./sheet.ts";

/** Where the stories of a page come from: at most `size` of them. */
export type StorySource = (size: number, random: Random) => readonly ArticleText[];

/** Makes a page of a level; the same seed gives the same page. */
export function generatePage(
  level: Level,
  seed: number,
  source: StorySource = writtenStories("articles"),
): SamplePage {
  const random = createRandom(seed * LEVELS.length + LEVELS.indexOf(level));
  const texts = source(sizeOf(seed, random), random);
  const sheet = createSheet(level, random);
  const articles = texts.map((text, index) => setArticle(text, sheet, index));
  const lines = composePage(articles, sheet);
  return {
    name: `${level}-${seed}`,
    text: lines.map((line) => line.text + sheet.lineEnd).join(""),
    lines,
    articles: articles.map(({ gold }) => gold),
  };
}

/** Pages of a level, from seed 1 on. */
export function generatePages(
  level: Level,
  count: number,
  source?: StorySource,
): readonly SamplePage[] {
  return Array.from({ length: count }, (_, index) => generatePage(level, index + 1, source));
}

// Of ten pages one has a single article, four a few, four are full, and one is a page of briefs.
function sizeOf(seed: number, random: Random): number {
  const place = seed % 10;
  if (place === 1) return 1;
  if (place === 0) return random.between(20, 40);
  return place % 2 === 0 ? random.between(2, 5) : random.between(6, 12);
}

/** The stories written for these pages: mostly of one script on a page. */
export function writtenStories(purpose: Purpose): StorySource {
  return (size, random) => {
    const scripts = random.pick<readonly Script[]>([
      ["simplified"],
      ["simplified"],
      ["simplified", "mixed"],
      ["traditional"],
      ["simplified", "mixed", "traditional"],
    ]);
    const texts = scripts.flatMap((script) => articleTexts(script, purpose));
    return random.shuffled(texts).slice(0, size);
  };
}
