import { type PrintedLine, textOf } from "../lines/printed-line.ts";
import { leadLength } from "../lines/line-cues.ts";

/** The clauses of running text: what stands between two punctuation marks. */
export type Clauses = ReadonlySet<string>;

/**
 * Collects the clauses of blocks of running text. A block may begin or end in mid-clause, and the next
 * may go on with it or be of another story, so both readings count.
 */
export function clausesOf(prose: readonly (readonly PrintedLine[])[]): Clauses {
  const texts = prose.map(withoutLead);
  return new Set([...splitClauses(texts.join("")), ...texts.flatMap(splitClauses)]);
}

/**
 * Every line repeats clauses of the running text word for word. Subheads, pulled quotes and captions do
 * that; headlines say it in words of their own.
 */
export function isPulled(title: readonly PrintedLine[], clauses: Clauses): boolean {
  const repeats = (text: string): boolean => {
    const own = splitClauses(text);
    return own.length > 0 && own.every((clause) => clauses.has(clause));
  };
  return repeats(textOf(title)) || title.every((line) => repeats(line.text));
}

/** The words that open a story are no part of its first clause. */
function withoutLead(lines: readonly PrintedLine[]): string {
  const text = textOf(lines);
  const length = leadLength(text);
  return length === 0 ? text : `，${text.slice(length)}`;
}

function splitClauses(text: string): readonly string[] {
  return text
    .replace(/\s+/gu, "")
    .split(/[\p{P}\p{S}]+/u)
    .filter((clause) => clause !== "");
}
