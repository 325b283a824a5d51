import type { Article } from "../articles/article.ts";
import type { LineLabel } from "../articles/segmentation.ts";
import type { Line } from "../corpus/page.ts";
import type { SearchIndex } from "../indexing/search-index.ts";
import type { Answer } from "./answer.ts";
import { createAnswerer, type AnswererParts, type AskOptions } from "./answerer.ts";
import { THRESHOLD } from "./confidence.ts";

export type { AskOptions };

/** All that a surface may ask of Baowen: answers, articles and the pages behind them. */
export interface Newspaper {
  /** Answers in the paper's own words. Throws `UserError` for a question that cannot be asked. */
  readonly ask: (question: string, options?: AskOptions) => Promise<Answer>;
  /** Every article, newest date first, then by file and place on the page. */
  readonly articles: () => readonly Article[];
  readonly article: (id: string) => Article | undefined;
  /** A page as printed, each line with the article it went to; undefined for an unknown file. */
  readonly page: (file: string) => PrintedPage | undefined;
}

/** A page's lines and what became of each; `labels[i]` belongs to `lines[i]`. */
export interface PrintedPage {
  readonly file: string;
  readonly lines: readonly Line[];
  readonly labels: readonly LineLabel[];
}

/** A newspaper over a built index. */
export function createNewspaper(
  index: SearchIndex,
  parts: Omit<AnswererParts, "articleOf" | "threshold"> & { readonly threshold?: number },
): Newspaper {
  const answer = createAnswerer({
    threshold: THRESHOLD,
    ...parts,
    articleOf: (id) => index.article(id),
  });
  return {
    ask: (question, { limit = MAX_CITATIONS, ...options } = {}) =>
      answer(question, { ...options, limit: Math.min(limit, MAX_CITATIONS) }),
    articles: () => index.articles(),
    article: (id) => index.article(id),
    page: (file) => {
      const lines = index.lines(file);
      return lines.length === 0 ? undefined : { file, lines, labels: lines };
    },
  };
}

/** More than three quotes are a list to search through, not an answer. */
export const MAX_CITATIONS = 3;
