import type { Article } from "../articles/article.ts";
import type { Embedder, QueryVectors } from "../embedding/embedder.ts";
import type { IndexedPassage, SearchIndex } from "../indexing/search-index.ts";
import { askedTime } from "./asked-time.ts";
import { candidatesOf } from "./candidates.ts";
import { checkQuery } from "./check-query.ts";
import { isIn } from "./exact-match.ts";
import type { Hit, HitEvidence } from "./hit.ts";
import { agreementOf, bestCosines } from "./late-interaction.ts";
import { withTime } from "./with-time.ts";

/** Finds the passages that may answer. */
export interface Retriever {
  /** Best first. Throws `UserError` for a text that cannot be searched for. */
  readonly search: (query: string, limit?: number) => Promise<Findings>;
}

/** What was found for a query. */
export interface Findings {
  /** The text as it was searched for. */
  readonly query: string;
  readonly hits: readonly Hit[];
}

/** What is asked of an index for a query. */
export type SearchedIndex = Pick<
  SearchIndex,
  "nearest" | "matching" | "weightOf" | "passage" | "article" | "newestDate"
>;

/**
 * A retriever over a built index: nearest vectors and best terms give the candidates, the agreement of
 * their tokens with those of the query puts them in order. `now` is what "last month" counts from.
 */
export function createRetriever(
  index: SearchedIndex,
  embedder: Embedder,
  now: () => Date = () => new Date(),
): Retriever {
  return {
    search: async (text, limit = DEFAULT_LIMIT) => {
      const query = checkQuery(text);
      const vectors = await embedder.embedQuery(query);
      const many = Math.max(CANDIDATES, limit);
      const candidates = candidatesOf(index, { text: query, vector: vectors.whole }, many);
      const asked = { query, vectors, most: index.weightOf(query) };
      const articles = new Map<string, Article | undefined>();
      const articleOf = (id: string): Article | undefined => {
        if (!articles.has(id)) articles.set(id, index.article(id));
        return articles.get(id);
      };
      const found = candidates.flatMap(({ passage: id, evidence }) => {
        const passage = index.passage(id);
        const article = passage && articleOf(passage.articleId);
        return article ? [hitOf(passage, article, { evidence, asked })] : [];
      });
      const isDated = index.newestDate !== undefined;
      const time = isDated ? await askedTime(query, now()) : undefined;
      const dateOf = (hit: Hit) => articleOf(hit.articleId)?.source.date;
      const hits = time === undefined ? found : withTime(found, time, dateOf);
      return { query, hits: hits.sort((a, b) => b.score - a.score).slice(0, limit) };
    },
  };
}

/** Hits that a person reads through. */
export const DEFAULT_LIMIT = 10;
/** Of each list: comparing 50 passages token by token takes some 40 ms. */
const CANDIDATES = 25;

/**
 * For a passage that has all the terms of the query. Of 0 to .3, on 949 questions over 225 news articles,
 * .05 and .1 put most right articles first.
 */
const TERMS_WEIGHT = 0.05;

/** A query that stands word for word in a passage comes before all that only means the same. */
const EXACT_WEIGHT = 1;

interface Asked {
  readonly query: string;
  readonly vectors: QueryVectors;
  /** About the BM25 of a passage with all terms of the query. */
  readonly most: number;
}

function hitOf(
  passage: IndexedPassage,
  article: Article,
  { evidence, asked }: { readonly evidence: HitEvidence; readonly asked: Asked },
): Hit {
  const { articleId, start, end } = passage;
  const { headline } = article;
  const text = article.text.slice(start, end);
  const cosines = cosinesOf(passage, asked.vectors);
  const parts = {
    meaning: agreementOf([
      cosines.headlineCosines,
      ...cosines.sentences.map((sentence) => sentence.cosines),
    ]),
    terms: TERMS_WEIGHT * shareOf(evidence.bm25, asked.most),
    exact: isIn(asked.query, `${headline}\n${text}`) ? EXACT_WEIGHT : 0,
    time: 0,
  };
  const score = parts.meaning + parts.terms + parts.exact;
  return { articleId, headline, text, start, end, score, parts, evidence, ...cosines };
}

function shareOf(bm25: number | undefined, most: number): number {
  return bm25 === undefined || most === 0 ? 0 : Math.min(1, bm25 / most);
}

function cosinesOf(
  { headline, sentences }: IndexedPassage,
  { tokens }: QueryVectors,
): Pick<Hit, "headlineCosines" | "sentences"> {
  return {
    headlineCosines: bestCosines(tokens, headline),
    sentences: sentences.map(({ start, end, tokens: own }) => ({
      start,
      end,
      cosines: bestCosines(tokens, own),
    })),
  };
}
