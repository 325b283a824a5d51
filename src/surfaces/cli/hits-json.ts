import type { Hit } from "../../search/hit.ts";

/** How much a list of hits tells: the parts of each score, or also the evidence behind them. */
export type Detail = "parts" | "evidence";

/** The contract of `search --json`. */
export function hitsJson(
  query: string,
  hits: readonly Hit[],
  detail: Detail,
  id?: string,
): Record<string, unknown> {
  return {
    ...(id === undefined ? {} : { id }),
    query,
    hits: hits.map(({ articleId, headline, text, start, end, score, parts, evidence }) => ({
      ...{ articleId, headline, text, start, end, score, parts },
      ...(detail === "evidence" ? { evidence } : {}),
    })),
  };
}
