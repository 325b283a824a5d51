import {
  logProbabilities,
  scoreOf,
  type Features,
  type Weights,
} from "../../../src/articles/learned/log-linear.ts";
import { createRandom } from "./random.ts";

/** A choice as it was made on a page whose truth is known. */
export interface Example {
  /** What each thing that could be chosen looks like. */
  readonly choices: readonly Features[];
  /** The place of the right one. */
  readonly right: number;
}

/** How the weights are searched; see `fit`. */
export interface Fitting {
  /** Of the order in which examples are shown. */
  readonly seed: number;
  /** Passes over all examples. */
  readonly passes: number;
  /** Length of the first step. */
  readonly rate: number;
  /** Pull towards 0: the more, the less a rare feature can weigh. */
  readonly pull: number;
  /** Where the search begins. */
  readonly start?: Weights;
}

/**
 * The weights under which the right choices are likeliest: softmax regression by AdaGrad (Duchi, Hazan and
 * Singer, JMLR 2011), one example at a time in an order of chance that can be repeated.
 */
export function fit(examples: readonly Example[], fitting: Fitting): Weights {
  const random = createRandom(fitting.seed);
  const state = { weights: { ...fitting.start }, squares: new Map<string, number>() };
  for (let pass = 0; pass < fitting.passes; pass += 1) {
    for (const example of random.shuffled(examples)) step(example, fitting, state);
  }
  return Object.fromEntries(
    Object.entries(state.weights)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, weight]) => [name, Math.round(weight * PRECISION) / PRECISION]),
  );
}

// Three places behind the point decide nothing, and the file stays readable.
const PRECISION = 1000;

interface State {
  readonly weights: Record<string, number>;
  readonly squares: Map<string, number>;
}

function step({ choices, right }: Example, { rate, pull }: Fitting, state: State): void {
  const scores = choices.map((features) => scoreOf(features, state.weights));
  logProbabilities(scores).forEach((log, place) => {
    const error = Math.exp(log) - (place === right ? 1 : 0);
    if (Math.abs(error) < NEGLIGIBLE) return;
    for (const [name, value] of choices[place] ?? []) {
      const weight = state.weights[name] ?? 0;
      const slope = error * value + pull * weight;
      const square = (state.squares.get(name) ?? 0) + slope * slope;
      state.squares.set(name, square);
      state.weights[name] = weight - (rate * slope) / Math.sqrt(square + NEGLIGIBLE);
    }
  });
}

const NEGLIGIBLE = 1e-6;
