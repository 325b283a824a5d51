/** A measured figure with its 95 % confidence interval, and how many questions it was measured on. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** Two-sided, 95 % of a normal distribution. */
const Z = 1.959964;

/** The share of those that hold; Wilson's score interval (Wilson 1927). Undefined for none. */
export function shareOf<T>(all: readonly T[], holdsFor: (one: T) => boolean): Figure | undefined {
  const of = all.length;
  if (of === 0) return undefined;
  const value = all.filter(holdsFor).length / of;
  const middle = (value + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half =
    (Z / (1 + Z ** 2 / of)) * Math.sqrt((value * (1 - value)) / of + (Z / (2 * of)) ** 2);
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of };
}

/** The mean, with the interval that its standard error gives. Undefined for none. */
export function meanOf(values: readonly number[]): Figure | undefined {
  const of = values.length;
  if (of === 0) return undefined;
  const value = sum(values) / of;
  const variance = sum(values.map((one) => (one - value) ** 2)) / Math.max(1, of - 1);
  const half = Z * Math.sqrt(variance / of);
  return { value, low: value - half, high: value + half, of };
}

/**
 * The chance that a positive scores higher than a negative, ties counting half: the area under the ROC
 * curve, its interval by the standard error of Hanley and McNeil (1982). Undefined when there are none of
 * one kind.
 */
export function aurocOf(
  positives: readonly number[],
  negatives: readonly number[],
): Figure | undefined {
  const pairs = positives.length * negatives.length;
  if (pairs === 0) return undefined;
  const wins = positives.flatMap((positive) =>
    negatives.map((negative): number =>
      positive > negative ? 1 : positive === negative ? 0.5 : 0,
    ),
  );
  const value = sum(wins) / pairs;
  const square = value ** 2;
  const ofPositives = (positives.length - 1) * (value / (2 - value) - square);
  const ofNegatives = (negatives.length - 1) * ((2 * square) / (1 + value) - square);
  const half = Z * Math.sqrt((value * (1 - value) + ofPositives + ofNegatives) / pairs);
  const of = positives.length + negatives.length;
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half), of };
}

/** A forecast, and whether it came true. */
export interface Forecast {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Forecasts of like confidence together. */
export interface Bin {
  readonly count: number;
  readonly confidence: number;
  readonly share: number;
}

/** Forecasts in ten bins of equal width, empty ones left out: mean confidence and share that came true. */
export function binsOf(forecasts: readonly Forecast[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) =>
    forecasts.filter(({ confidence }) => binFor(confidence) === bin),
  )
    .filter((own) => own.length > 0)
    .map((own) => ({
      count: own.length,
      confidence: sum(own.map(({ confidence }) => confidence)) / own.length,
      share: own.filter(({ isRight }) => isRight).length / own.length,
    }));
}

/**
 * How far the share of right answers lies from what was promised, on average over ten bins (Naeini, Cooper
 * and Hauskrecht, AAAI 2015). Undefined for none.
 */
export function calibrationErrorOf(forecasts: readonly Forecast[]): number | undefined {
  if (forecasts.length === 0) return undefined;
  const off = binsOf(forecasts).map((bin) => bin.count * Math.abs(bin.confidence - bin.share));
  return sum(off) / forecasts.length;
}

const BINS = 10;

function binFor(confidence: number): number {
  return Math.min(BINS - 1, Math.floor(confidence * BINS));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
