import { basename, dirname, join } from "node:path";
import { cutPage } from "./articles/cut-page.ts";
import { draftCorrection } from "./articles/draft-correction.ts";
import { segmentPage } from "./articles/segment-page.ts";
import { correctionOf } from "./corpus/correction.ts";
import { readImprints } from "./corpus/imprints.ts";
import { parseCorpusFile, readCorpusFile, type CorpusFile } from "./corpus/read-corpus-file.ts";
import { saveCorrection } from "./corpus/save-correction.ts";
import { writeCorrection } from "./corpus/write-correction.ts";
import { UserError } from "./errors.ts";
import type { SegmentedPage } from "./surfaces/cli/services.ts";

/** Cuts one file, as the corpus would read it in its folder. */
export async function segmentFile(path: string): Promise<SegmentedPage> {
  const { page, misfit } = pageIn(await corpusFileAt(path), path);
  const segmentation = cutPage(page);
  return { page, segmentation, ...(misfit === undefined ? {} : { misfit }) };
}

/**
 * Writes the program's cut of a page beside it, for an editor to correct. Gives the path of the new
 * file. Throws `UserError` when there is one already.
 */
export async function writeCorrectionOf(path: string): Promise<string> {
  const { file, bytes, imprint, hash } = await corpusFileAt(path);
  // A correction that stands there already is not looked at: it may be damaged.
  const { page } = pageIn({ file, bytes, imprint, hash }, path);
  const target = join(dirname(path), correctionOf(file));
  await saveCorrection(target, writeCorrection(page, draftCorrection(page, segmentPage(page))));
  return target;
}

async function corpusFileAt(path: string): Promise<CorpusFile> {
  const imprintOf = await readImprints(dirname(path));
  const file = basename(path);
  return readCorpusFile(dirname(path), file, imprintOf(file));
}

function pageIn(source: CorpusFile, path: string) {
  const content = parseCorpusFile(source);
  if (content.kind === "page") return content;
  throw new UserError(`Expected a page to cut, got whole articles in '${path}'.`);
}
