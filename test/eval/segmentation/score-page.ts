import { assign } from "../../../src/articles/headlines/assignment.ts";
import { characterF1, characterF1Bound, normalized } from "./character-f1.ts";
import type { GoldArticle } from "./sample-page.ts";

/** An article as a system cut it from a page. */
export interface CutArticle {
  readonly headline: string;
  readonly text: string;
}

/** How well one article of a page was found. */
export interface Finding {
  readonly gold: GoldArticle;
  /** What the system gave for it, if anything. */
  readonly cut: CutArticle | undefined;
  /** Characters of the text, 0 to 1. */
  readonly f1: number;
  readonly headlineRight: boolean;
}

/** Pairs what a system found with what is on the page so that the texts fit as well as they can. */
export function scorePage(
  gold: readonly GoldArticle[],
  cuts: readonly CutArticle[],
): readonly Finding[] {
  const texts = cuts.map((cut) => normalized(cut.text));
  const scores = gold.map((article) => {
    const forms = article.texts.map(normalized);
    return texts.map((text) => bestF1(forms, text));
  });
  const pairs = assign(scores);
  return gold.map((article, row) => {
    const column = pairs[row] ?? -1;
    const cut = cuts[column];
    return {
      gold: article,
      cut,
      f1: scores[row]?.[column] ?? 0,
      headlineRight: cut !== undefined && isHeadline(cut.headline, article.headline),
    };
  });
}

// Two unrelated articles reach about .3; pairs below this are never right.
const UNRELATED = 0.4;

function bestF1(forms: readonly string[], text: string): number {
  let best = 0;
  for (const form of forms) {
    const bound = characterF1Bound(form, text);
    if (bound > best && bound >= UNRELATED) best = Math.max(best, characterF1(form, text));
  }
  return best;
}

function isHeadline(found: string, gold: string): boolean {
  return lettersOf(found) === lettersOf(gold);
}

function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
}
