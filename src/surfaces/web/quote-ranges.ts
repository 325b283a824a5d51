/** A stretch of an article's text: `text.slice(start, end)`. */
export interface QuoteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches that `120-188,240-260` names in a text, in reading order, those that touch made one.
 * Anything that is no range, is not in the text or cuts a character in half is left out.
 */
export function parseQuoteRanges(query: string, text: string): readonly QuoteRange[] {
  const ranges = query
    .split(",")
    .flatMap(parseRange)
    .filter((range) => range.end <= text.length && isWhole(range, text));
  return merge(ranges.sort((a, b) => a.start - b.start));
}

function parseRange(written: string): QuoteRange[] {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(written.trim()) ?? [];
  const range = { start: Number(start), end: Number(end) };
  return range.start < range.end ? [range] : [];
}

function isWhole({ start, end }: QuoteRange, text: string): boolean {
  return !cutsCharacter(text, start) && !cutsCharacter(text, end);
}

// Half a surrogate pair cannot be sent as UTF-8: both halves would turn into a replacement character.
function cutsCharacter(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

function merge(sorted: readonly QuoteRange[]): QuoteRange[] {
  const merged: QuoteRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}
