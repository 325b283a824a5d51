import { segmentPage } from "../../../src/articles/segment-page.ts";
import type { Segmentation } from "../../../src/articles/segmentation.ts";
import { readPage } from "../../../src/corpus/read-page.ts";
import type { SamplePage } from "./sample-page.ts";

/** A page as the program cuts it. */
export function programCut(page: SamplePage): Segmentation {
  return segmentPage(readPage(page.text, `${page.name}.txt`, {}));
}
