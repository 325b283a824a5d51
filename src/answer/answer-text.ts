import type { Answer } from "./answer.ts";
import { phrasesFor } from "./phrases.ts";

/** An answer as plain text, in the language of its question: a lead line, then quotes or headlines. */
export function answerText(answer: Omit<Answer, "answer" | "confidence">): string {
  const phrases = phrasesFor(answer.language);
  if (answer.status === "answered") {
    return [phrases.found, ...answer.citations.map(({ n, quote }) => `[${n}] ${quote}`)].join("\n");
  }
  if (answer.nearest.length === 0) return phrases.notFound;
  const headlines = answer.nearest.map(({ headline }) => `- ${headline}`);
  return [phrases.notFound, phrases.nearest, ...headlines].join("\n");
}
