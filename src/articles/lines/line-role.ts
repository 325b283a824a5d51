import type { ArticleRole, OtherRole } from "../../corpus/correction.ts";

/** What a line is on its page. */
export type LineRole = ArticleRole | OtherRole | "blank";
