import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dressArticle, type PlainArticle } from "./dress-article.ts";
import { generatePage, writtenStories, type StorySource } from "./generate-page.ts";
import { LEVELS, type SamplePage } from "./sample-page.ts";
import { SHARED } from "../shared.ts";
import { sharedPages } from "./shared-pages.ts";

/** Labelled pages from which the program learns to cut, each set with its name. */
export type PageSets = Readonly<Record<string, readonly SamplePage[]>>;

/**
 * All sets that can be had here. `written` is made of stories written to learn from, `news` of plain
 * news; `pages` are the development pages and `real` the two of the corpus.
 */
export function trainingSets(): PageSets {
  const news = plainNews();
  return {
    written: madePages(WRITTEN_PAGES, writtenStories("practice")),
    ...(news === undefined ? {} : { news: madePages(NEWS_PAGES, newsStories(news)) }),
    pages: sharedPages("dev") ?? [],
    real: sharedPages("real") ?? [],
  };
}

// Pages a level; the seeds are none of those that the tests and the table measure.
const WRITTEN_PAGES = 40;
const NEWS_PAGES = 120;
const FIRST_SEED = 10_001;

/** Pages of all levels from a source of stories. */
export function madePages(
  count: number,
  source: StorySource,
  firstSeed = FIRST_SEED,
): readonly SamplePage[] {
  return LEVELS.flatMap((level) =>
    Array.from({ length: count }, (_, at) => generatePage(level, firstSeed + at, source)),
  );
}

/** Plain news articles, dressed anew for each page. */
export function newsStories(articles: readonly PlainArticle[]): StorySource {
  return (size, random) =>
    random
      .shuffled(articles)
      .slice(0, size)
      .map((article) => dressArticle(article, random));
}

// Shorter texts are announcements of a sentence.
const SHORTEST_NEWS = 150;

/** News articles that may be learned from but not copied; undefined where they do not lie beside us. */
export function plainNews(): readonly PlainArticle[] | undefined {
  const file = join(SHARED, "reader", "articles.jsonl");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines
    .map((line) => JSON.parse(line) as PlainArticle)
    .filter(({ title, text }) => title !== "" && text.length >= SHORTEST_NEWS);
}
