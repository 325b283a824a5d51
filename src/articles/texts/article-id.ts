import { bareOf } from "../lines/pairs.ts";
import { createHash } from "node:crypto";

/**
 * The id of an article, from its file and its first words alone: it stays when the rest of the page, the
 * headline or the cutting further down changes.
 */
export function articleId(file: string, text: string): string {
  const lead = Array.from(bareOf(text)).slice(0, LEAD_CHARACTERS).join("");
  const digest = createHash("sha256").update(`${file}\n${lead}`, "utf8").digest("hex");
  return digest.slice(0, ID_DIGITS);
}

/** Ids for all articles of one file; equal first words get `-2`, `-3` in their order. */
export function articleIds(file: string, texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const id = articleId(file, text);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}

// Two body lines: enough to tell stories apart that open with the same date and place.
const LEAD_CHARACTERS = 40;
// 48 bits: two of a million articles collide once in 600 corpora.
const ID_DIGITS = 12;
