/** Where something stands in a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where each piece of a tokenization stands in its text. A SentencePiece tokenizer does not tell: its pieces
 * are of the normalized text (NFKC), blanks written as ▁. They are walked along the text, each of its
 * characters normalized by itself; a piece that is not there, such as the one for unknown characters, is
 * taken to stand for one.
 */
export function pieceRanges(text: string, pieces: readonly string[]): TextRange[] {
  const normalized = normalizedUnits(text);
  let at = 0;
  return pieces.map((piece) => {
    const letters = piece.replaceAll("▁", "");
    const first = normalized[at];
    if (letters === "" || first === undefined) {
      const place = first?.start ?? text.length;
      return { start: place, end: place };
    }
    const own = normalized.slice(at, at + letters.length);
    const isThere = own.map(({ unit }) => unit).join("") === letters;
    const taken = isThere ? own : normalized.slice(at).filter(({ start }) => start === first.start);
    at += taken.length;
    return { start: first.start, end: taken.at(-1)?.end ?? first.end };
  });
}

/** The normalized text without blanks, unit by unit, each with the place of the character it came from. */
function normalizedUnits(text: string): (TextRange & { readonly unit: string })[] {
  let start = 0;
  return Array.from(text).flatMap((character) => {
    const place = { start, end: start + character.length };
    start = place.end;
    const units = character.normalize("NFKC").replaceAll(/\s/gu, "");
    return units.split("").map((unit) => ({ ...place, unit }));
  });
}
