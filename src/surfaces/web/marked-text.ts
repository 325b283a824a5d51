import type { QuoteRange } from "./quote-ranges.ts";

/** A run of characters in a paragraph that is marked as a whole or not at all. */
export interface TextRun {
  readonly text: string;
  /** `first` is the one that a link to the quote leads to. */
  readonly mark: "none" | "first" | "later";
}

/**
 * The paragraphs of a text cut into runs at the ends of `ranges`, which are in order and apart. The
 * runs of a paragraph, put together, are that paragraph: nothing is added, nothing is lost.
 */
export function markParagraphs(
  text: string,
  ranges: readonly QuoteRange[],
): readonly (readonly TextRun[])[] {
  let offset = 0;
  let isFirst = true;
  return text.split("\n").map((paragraph) => {
    const runs = cutParagraph(paragraph, offset, ranges).map((run) => {
      if (run.mark !== "later" || !isFirst) return run;
      isFirst = false;
      return { ...run, mark: "first" as const };
    });
    offset += paragraph.length + 1;
    return runs;
  });
}

function cutParagraph(
  paragraph: string,
  offset: number,
  ranges: readonly QuoteRange[],
): readonly TextRun[] {
  const runs: TextRun[] = [];
  let done = 0;
  for (const range of ranges) {
    const start = Math.max(range.start - offset, 0);
    const end = Math.min(range.end - offset, paragraph.length);
    if (start >= end) continue;
    runs.push({ text: paragraph.slice(done, start), mark: "none" });
    runs.push({ text: paragraph.slice(start, end), mark: "later" });
    done = end;
  }
  runs.push({ text: paragraph.slice(done), mark: "none" });
  return runs.filter((run) => run.text !== "");
}
