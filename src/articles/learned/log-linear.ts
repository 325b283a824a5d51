/** Named features of one choice; a feature that does not occur is left out. */
export type Features = ReadonlyMap<string, number>;

/** What each feature is worth, in natural logarithms of odds. */
export type Weights = Readonly<Record<string, number>>;

/** The sum of a choice's features, each times its weight; an unknown feature counts nothing. */
export function scoreOf(features: Features, weights: Weights): number {
  let score = 0;
  for (const [name, value] of features) score += value * (weights[name] ?? 0);
  return score;
}

/** The logarithm of each choice's probability among these (softmax); all zero for a single one. */
export function logProbabilities(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const total = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
  return scores.map((score) => score - most - total);
}
