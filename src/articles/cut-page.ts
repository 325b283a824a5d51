import { SHIPPED } from "./learned/models.ts";
import { createHash } from "node:crypto";
import type { Page } from "../corpus/page.ts";
import { applyCorrection } from "./apply-correction.ts";
import { segmentPage } from "./segment-page.ts";
import type { Segmentation } from "./segmentation.ts";

/**
 * Changes whenever the program cuts pages in another way, so that indexed pages are cut again: raise the
 * number when the code changes the cut; other weights do it by themselves.
 */
export const CUTTING_RULES = `3 ${createHash("sha256").update(JSON.stringify(SHIPPED)).digest("hex")}`;

/** Cuts a page as its editor did, or else as the program does. */
export function cutPage(page: Page): Segmentation {
  const { correction } = page;
  return correction === undefined ? segmentPage(page) : applyCorrection(page, correction);
}
