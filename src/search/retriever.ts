import type { Embedder } from "../embedding/embedder.ts";
import type { SearchIndex } from "../indexing/search-index.ts";
import { checkQuery } from "./check-query.ts";
import { fuse, type Fused } from "./fuse.ts";
import type { Hit } from "./hit.ts";

/** Finds the passages that may answer. */
export interface Retriever {
  /** Best first. Throws `UserError` for a text that cannot be searched for. */
  readonly search: (query: string, limit?: number) => Promise<Findings>;
}

/** What was found for a query. */
export interface Findings {
  /** The text as it was searched for. */
  readonly query: string;
  /** Length 1. */
  readonly vector: Float32Array;
  readonly hits: readonly Hit[];
}

/** A retriever over a built index: nearest vectors and best terms, fused by rank. */
export function createRetriever(index: SearchIndex, embedder: Embedder): Retriever {
  return {
    search: async (text, limit = DEFAULT_LIMIT) => {
      const query = checkQuery(text);
      const vector = await embedder.embedQuery(query);
      const candidates = Math.max(CANDIDATES, limit);
      const fused = fuse(index.nearest(vector, candidates), index.matching(query, candidates));
      const hits = fused.slice(0, limit).flatMap((one) => hitOf(index, one));
      return { query, vector, hits };
    },
  };
}

/** Hits that a person reads through. */
const DEFAULT_LIMIT = 10;
/** Of each list. Deeper lists brought no further right article on the labelled questions. */
const CANDIDATES = 50;

function hitOf(index: SearchIndex, { passage: id, score, parts, evidence }: Fused): Hit[] {
  const passage = index.passage(id);
  const article = passage && index.article(passage.articleId);
  if (!article) return [];
  const { articleId, start, end, sentences } = passage;
  const text = article.text.slice(start, end);
  return [
    { articleId, headline: article.headline, text, start, end, score, parts, evidence, sentences },
  ];
}
