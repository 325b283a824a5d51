import type { Sentence } from "./sentences.ts";

/** A piece of an article that can be found: whole sentences, `article.text.slice(start, end)`. */
export interface Passage {
  readonly articleId: string;
  /** 0 is the first passage of its article. */
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** At least one; offsets count from the start of the article's text. */
  readonly sentences: readonly Sentence[];
}
