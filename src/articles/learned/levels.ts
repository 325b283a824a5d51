/** A number as a word for a feature: the first of the ascending bounds that it stays below. */
export function level(value: number, bounds: readonly number[]): string {
  const bound = bounds.find((most) => value < most);
  return bound === undefined ? "most" : `< ${bound}`;
}
