import { pairsOf, type Pairs } from "../lines/pairs.ts";
import { type PrintedLine, textOf } from "../lines/printed-line.ts";

/** Running text above and below some titles. */
export interface Surroundings {
  readonly above: readonly PrintedLine[];
  readonly below: readonly PrintedLine[];
}

/**
 * Where titles that stand together belong to different texts: the place of the first line that is of the
 * text below, or their number. Titles above that line speak of the text above.
 */
export function titlesBelow(titles: readonly PrintedLine[], around: Surroundings): number {
  const above = pairsOf(textOf(around.above.slice(-REACH)));
  const below = pairsOf(textOf(around.below.slice(0, REACH)));
  const leaning = (lines: readonly PrintedLine[]): number => {
    const pairs = pairsOf(textOf(lines));
    return share(pairs, below) - share(pairs, above);
  };
  let best = titles.length;
  let most = CLEARLY;
  for (let cut = 1; cut < titles.length; cut += 1) {
    const apart = Math.min(-leaning(titles.slice(0, cut)), leaning(titles.slice(cut)));
    if (apart > most) [best, most] = [cut, apart];
  }
  return best;
}

// A headline sums up the first columns of its story; the last ones have wandered off.
const REACH = 40;

// Read off made pages without blank lines: lower cuts headlines in two, higher leaves them together.
const CLEARLY = 0.1;

function share(part: Pairs, whole: Pairs): number {
  if (part.size === 0) return 0;
  let both = 0;
  for (const pair of part) if (whole.has(pair)) both += 1;
  return both / part.size;
}
