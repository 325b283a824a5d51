import type { Hit, HitSentence } from "./hit.ts";
import { agreementOf } from "./late-interaction.ts";

/** Neighbouring sentences of a passage, as many as the reader reads at once. */
export interface Window {
  readonly hit: Hit;
  /** At least one. */
  readonly sentences: readonly HitSentence[];
  /** How well headline and sentences agree with the question, with what else speaks for their passage. */
  readonly score: number;
}

/** The windows of all hits, best first: each sentence lies in one. */
export function windowsOf(hits: readonly Hit[]): Window[] {
  return hits.flatMap(windowsIn).sort((a, b) => b.score - a.score);
}

/** UTF-16 units of a window: about the 96 tokens of Chinese that the reader was trained with. */
const WINDOW_LENGTH = 150;

function windowsIn(hit: Hit): Window[] {
  const groups: HitSentence[][] = [];
  for (const sentence of hit.sentences) {
    const group = groups.at(-1);
    const start = group?.[0]?.start ?? sentence.start;
    if (group && sentence.end - start <= WINDOW_LENGTH) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups.map((sentences) => {
    const cosines = sentences.map((sentence) => sentence.cosines);
    const meaning = agreementOf([hit.headlineCosines, ...cosines]);
    const { terms, exact, time } = hit.parts;
    return { hit, sentences, score: meaning + terms + exact + time };
  });
}
