import type { CutArticle } from "./score-page.ts";

/**
 * The rule to beat: an article begins at a lead word or a dateline, its headline is the line before,
 * and it goes on until the next one's headline.
 */
export function naiveCut(text: string): readonly CutArticle[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const printed = lines.filter((line) => line !== "");
  const starts = printed.flatMap((line, at) => (OPENING.test(line) ? [at] : []));
  if (starts.length === 0) starts.push(1);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return {
      headline: start === 0 ? "" : (printed[start - 1] ?? ""),
      text: printed.slice(start, next === undefined ? undefined : next - 1).join(""),
    };
  });
}

const OPENING =
  /^(?:(?:本[报報]\p{Script=Han}{0,4}|\p{Script=Han}{2,4}[报報])[讯訊]|\p{Script=Han}{2,8}\d{1,2}月\d{1,2}日[电電])/u;
