import type { TextRange } from "../embedding/piece-ranges.ts";
import type { RankedSentence } from "./rank-sentences.ts";
import { saysTheSame } from "./same-words.ts";

/** Words to quote: one or more whole sentences of an article that follow each other. */
export interface Quote {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  /** The words in its best sentence that answer. */
  readonly words?: TextRange;
}

/** How much is to be quoted. */
export interface Wanted {
  /** Most quotes. */
  readonly limit: number;
  /** Whether one fact is asked for: then a second quote must be about as good as the first. */
  readonly oneFact: boolean;
}

/**
 * Picks what to quote from ranked sentences: the best one, then others that are nearly as good, at most
 * `limit` in all. Sentences that stand side by side become one quote, at the place of the better one; what
 * says the same as a better one is left out.
 */
export function pickQuotes(ranked: readonly RankedSentence[], wanted: Wanted): Quote[] {
  const best = ranked[0];
  if (!best) return [];
  const quotes: Quote[] = [];
  const said: string[] = [];
  const margin = wanted.oneFact ? ONE_FACT_MARGIN : MARGIN;
  const limit = wanted.oneFact ? Math.min(ONE_FACT_QUOTES, wanted.limit) : wanted.limit;
  for (const sentence of ranked.filter(({ score }) => score >= best.score - margin)) {
    const { start, end, text, words } = sentence;
    if (said.some((better) => saysTheSame(better, text))) continue;
    said.push(text);
    const place = { articleId: sentence.hit.articleId, start, end };
    const quote = { ...place, ...(words === undefined ? {} : { words }) };
    if (!joinNeighbours(quotes, quote) && quotes.length < limit) quotes.push(quote);
  }
  return quotes;
}

/**
 * In units of the sentence score. Of 5 to 8, 6 has the evidence in one of the quotes for .85 and .89 of the
 * answerable labelled questions over the two pages and over 66 stories, with 1.8 and 1.6 quotes an answer.
 * Where one fact is asked for the same margin would give 1.8 quotes, the smaller one gives 1.2; that costs .03
 * and .02 of the questions their evidence.
 */
const MARGIN = 6;
const ONE_FACT_MARGIN = 2;
const ONE_FACT_QUOTES = 2;

/** Joined quotes stay short enough to be read at a glance, in UTF-16 units. */
const MAX_JOINED = 160;

/** Between two sentences that follow each other stands at most a blank or a paragraph's end. */
const MAX_GAP = 1;

/** Joins `quote` with those that it stands beside; false when there is none. It may close a gap between two. */
function joinNeighbours(quotes: Quote[], quote: Quote): boolean {
  const place = quotes.findIndex((other) => canJoin(other, quote));
  const better = quotes[place];
  if (!better) return false;
  const joined = join(better, quote);
  const next = quotes.findIndex((other, i) => i > place && canJoin(other, joined));
  const worse = quotes[next];
  quotes[place] = worse ? join(joined, worse) : joined;
  if (worse) quotes.splice(next, 1);
  return true;
}

function canJoin(a: Quote, b: Quote): boolean {
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  const joined = join(a, b);
  return a.articleId === b.articleId && gap <= MAX_GAP && joined.end - joined.start <= MAX_JOINED;
}

function join(a: Quote, b: Quote): Quote {
  return { ...a, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
