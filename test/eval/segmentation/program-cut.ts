import type { Models } from "../../../src/articles/learned/models.ts";
import { segmentPage } from "../../../src/articles/segment-page.ts";
import type { Segmentation } from "../../../src/articles/segmentation.ts";
import { readPage } from "../../../src/corpus/read-page.ts";
import type { SamplePage } from "./sample-page.ts";

/** A page as the program cuts it, with its own models or with others. */
export function programCut(page: SamplePage, models?: Models): Segmentation {
  return segmentPage(readPage(page.text, `${page.name}.txt`, {}), models);
}
