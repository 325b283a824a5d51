import type { Article } from "../../../src/articles/article.ts";
import { WHOLE } from "./measure.ts";
import type { SamplePage } from "./sample-page.ts";
import { scorePage } from "./score-page.ts";

/**
 * Expected calibration error of the articles' confidence in ten bins (Naeini, Cooper and Hauskrecht, AAAI
 * 2015): how far, on average, the share of right articles lies from what was promised.
 */
export function calibrationError(
  pages: readonly SamplePage[],
  cut: (page: SamplePage) => readonly Article[],
): number {
  const bins = Array.from({ length: BINS }, () => ({ promised: 0, right: 0 }));
  let articles = 0;
  for (const page of pages) {
    const found = cut(page);
    const right = new Set(
      scorePage(page.articles, found)
        .filter(({ f1, headlineRight }) => f1 >= WHOLE && headlineRight)
        .map((finding) => finding.cut),
    );
    for (const article of found) {
      const confidence = article.confidence ?? 1;
      const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
      if (bin === undefined) continue;
      bin.promised += confidence;
      if (right.has(article)) bin.right += 1;
      articles += 1;
    }
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.promised - bin.right), 0) / articles;
}

const BINS = 10;
