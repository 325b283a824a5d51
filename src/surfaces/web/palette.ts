/** The class that colours a page's article number `index`; after the last colour the first comes again. */
export function colourClass(index: number): string {
  return `colour-${index % hues.length}`;
}

/** One rule for each class: its hue, which the stylesheet makes light or dark as the reader likes. */
export function paletteCss(): string {
  return hues.map((hue, index) => `.colour-${index} { --hue: ${hue}; }`).join("\n");
}

// Degrees on the colour wheel. Neighbours in the list, often neighbours in print, are far apart on it.
const hues = [210, 30, 140, 320, 55, 260, 0, 180, 95, 290];
