/** A piece of a text as `Intl.Segmenter` cuts it, and where it starts. */
export interface Segment {
  readonly segment: string;
  readonly index: number;
}

/**
 * The segments of a text, in order. V8 copies the whole text for each of them, 19 s for 100,000
 * characters, so the segmenter is given one window after the other.
 */
export function* segmentsOf(segmenter: Intl.Segmenter, text: string): Generator<Segment> {
  let start = 0;
  let size = WINDOW;
  while (start < text.length) {
    const end = windowEnd(text, start + size);
    const segments = [...segmenter.segment(text.slice(start, end))];
    // The last one may go on behind the window: it starts the next one, wider when it is alone.
    if (end < text.length) segments.pop();
    for (const { segment, index } of segments) yield { segment, index: start + index };
    start += segments.reduce((sum, { segment }) => sum + segment.length, 0);
    size = segments.length === 0 ? size * 2 : WINDOW;
  }
}

/** UTF-16 units; 100,000 characters then take less than .2 s. */
const WINDOW = 1_000;

/** A window must not end within a surrogate pair: half a character is a character of another kind. */
function windowEnd(text: string, end: number): number {
  const isPair = (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return Math.min(isPair ? end + 1 : end, text.length);
}
