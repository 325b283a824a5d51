import type { Hit } from "../../search/hit.ts";
import type { Detail } from "./hits-json.ts";
import { sumOf } from "./sum-of.ts";
import type { Terminal } from "./terminal.ts";

/** Hits for the terminal: score, headline, text; with evidence, why each stands where it does. */
export function renderHits(
  hits: readonly Hit[],
  colors: Terminal["colors"],
  detail: Detail,
): string {
  if (hits.length === 0) return "Nothing found.";
  return hits.map((hit, i) => renderHit(hit, i + 1, colors, detail)).join("\n\n");
}

function renderHit(hit: Hit, place: number, colors: Terminal["colors"], detail: Detail): string {
  const head = `${place}. ${colors.bold(hit.headline)} ${colors.dim(`${hit.articleId} ${hit.start}–${hit.end}`)}`;
  const text = hit.text.replaceAll("\n", "\n   ");
  const lines = [head, `   ${text}`];
  return (detail === "evidence" ? [...lines, colors.dim(explain(hit))] : lines).join("\n");
}

function explain({ score, parts, evidence }: Hit): string {
  const vectors =
    evidence.vectorRank === undefined
      ? "not among the nearest"
      : `nearest ${evidence.vectorRank}, cosine ${evidence.cosine?.toFixed(3) ?? ""}`;
  const terms =
    evidence.termRank === undefined
      ? "no term in common"
      : `terms ${evidence.termRank}, BM25 ${evidence.bm25?.toFixed(2) ?? ""}`;
  return `   ${score.toFixed(4)} = ${sumOf(parts, 4)} (${vectors}; ${terms})`;
}
