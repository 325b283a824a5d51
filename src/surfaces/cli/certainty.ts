import { LOW_CONFIDENCE, isUnsure, type Article } from "../../articles/article.ts";

/** How sure the program is of an article's cut; empty where it did not make it. */
export function certaintyOf(article: Pick<Article, "confidence">): string {
  if (article.confidence === undefined) return "";
  return isUnsure(article)
    ? `cut unsure (${percent(article.confidence)})`
    : percent(article.confidence);
}

/** Asks an editor to look at the articles whose cut is unsure; undefined when there are none. */
export function askForEditor(articles: readonly Article[]): string | undefined {
  const unsure = articles.filter(isUnsure).length;
  if (unsure === 0) return undefined;
  const which = unsure === 1 ? "1 article is" : `${unsure} articles are`;
  return `${which} cut unsurely (below ${percent(LOW_CONFIDENCE)}). \`baowen segment FILE\` shows a page, \`baowen segment FILE --edit\` lets you correct it.`;
}

// Rounded down: what counts as unsure never shows the figure that would be sure.
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`;
}
