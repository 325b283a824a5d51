import type { OpenNewspaper } from "../services.ts";
import type { LabelledQuestion, Outcome } from "./evaluate.ts";

/** An answer, and what finding its candidates alone took, before anything was read closely. */
export interface TimedOutcome extends Outcome {
  readonly searchMilliseconds: number;
}

/** Asks labelled questions one after the other, with the reasons for each answer. */
export async function askAll(
  questions: readonly LabelledQuestion[],
  { newspaper, retriever }: Pick<OpenNewspaper, "newspaper" | "retriever">,
  onProgress: (done: number) => void = () => undefined,
): Promise<TimedOutcome[]> {
  const outcomes: TimedOutcome[] = [];
  // The first answer of a process also pays for what is loaded on first use.
  if (questions[0]) await newspaper.ask(questions[0].question);
  for (const wanted of questions) {
    const start = performance.now();
    await retriever.search(wanted.question);
    const searched = performance.now();
    const answer = await newspaper.ask(wanted.question, { explain: true });
    const milliseconds = performance.now() - searched;
    outcomes.push({ wanted, answer, milliseconds, searchMilliseconds: searched - start });
    onProgress(outcomes.length);
  }
  return outcomes;
}
