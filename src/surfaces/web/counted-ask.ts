import type { Newspaper } from "../../answer/newspaper.ts";
import { UserError } from "../../errors.ts";
import type { Metrics } from "./metrics.ts";

/** Asks as the newspaper does, and counts every question as one of `surface`. */
export function createCountedAsk(
  newspaper: Newspaper,
  metrics: Metrics,
  surface: string,
): Newspaper["ask"] {
  return async (question, options) => {
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    try {
      const answer = await newspaper.ask(question, options);
      metrics.countQuestion(surface, answer.status, seconds());
      return answer;
    } catch (error) {
      const outcome = error instanceof UserError ? "refused" : "failed";
      metrics.countQuestion(surface, outcome, seconds());
      throw error;
    }
  };
}
