import type { Article } from "./article.ts";
import type { LineRole } from "./lines/line-role.ts";

/** A page cut into its articles, with an account of every line. */
export interface Segmentation {
  readonly articles: readonly Article[];
  /** One label for each line of the page, in file order: no line is dropped in silence. */
  readonly lines: readonly LineLabel[];
}

/** What a line is, and which article it went to. */
export interface LineLabel {
  readonly n: number;
  /** Article id; undefined where the line belongs to no article. */
  readonly article?: string;
  readonly role: LineRole;
}
