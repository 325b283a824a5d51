import { readFileSync } from "node:fs";

/**
 * A story written for these pages: places, people, papers and events are invented. In a headline `|`
 * parts its lines; a body paragraph that opens with `# ` is a subhead.
 */
export interface ArticleText {
  readonly id: string;
  readonly headline: string;
  readonly kicker?: string;
  readonly deck?: string;
  /** The words that open the story, without the blank behind them. */
  readonly lead?: string;
  readonly body: readonly string[];
  readonly byline?: string;
  /** Who signs a letter or a notice: it may count as text. */
  readonly signature?: string;
  readonly caption?: string;
}

/** The scripts that the stories are written in. */
export type Script = "simplified" | "traditional" | "mixed";

/** What stories are for: `articles` to measure with, `practice` to learn from. */
export type Purpose = "articles" | "practice";

/** All stories in a script for a purpose. */
export function articleTexts(
  script: Script,
  purpose: Purpose = "articles",
): readonly ArticleText[] {
  const file = new URL(`${purpose}-${script}.jsonl`, import.meta.url);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as ArticleText);
}
