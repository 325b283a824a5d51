import type { AskedTime } from "./asked-time.ts";
import type { Hit } from "./hit.ts";

/**
 * The hits with what their dates are worth to a question that asks about a time: those of that time count
 * more, and where the newest is wanted the newer among them more than the older. An undated one gains nothing.
 */
export function withTime(
  hits: readonly Hit[],
  asked: AskedTime,
  dateOf: (hit: Hit) => string | undefined,
): Hit[] {
  const dates = [...new Set(hits.flatMap((hit) => dateOf(hit) ?? []))].sort();
  return hits.map((hit) => {
    const date = dateOf(hit);
    if (date === undefined) return hit;
    const place = (dates.indexOf(date) + 1) / dates.length;
    const time =
      (asked.covers(date) ? PERIOD_WEIGHT : 0) + (asked.wantsNewest ? NEWEST_WEIGHT * place : 0);
    return { ...hit, score: hit.score + time, parts: { ...hit.parts, time } };
  });
}

/**
 * About the distance between the first and the tenth hit of a question: enough to choose among articles on
 * the subject, too little to bring up one on another.
 */
const PERIOD_WEIGHT = 0.1;
const NEWEST_WEIGHT = 0.05;
