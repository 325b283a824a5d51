/** The parts of a score as a sum, with so many digits: `meaning 0.50 + terms 0.25 + reader -0.10`. */
export function sumOf(parts: object, digits: number): string {
  return Object.entries(parts as Readonly<Record<string, number>>)
    .map(([name, part]) => `${name} ${part.toFixed(digits)}`)
    .join(" + ");
}
