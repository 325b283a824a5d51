import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { UserError, codeOf } from "../errors.ts";
import { readArticleRecords, type ArticleRecord } from "./article-records.ts";
import { correctionOf } from "./correction.ts";
import { decodeText } from "./decode-text.ts";
import { misfitOf } from "./misfit.ts";
import type { Imprint, Page } from "./page.ts";
import { readCorrection } from "./read-correction.ts";
import { readPage } from "./read-page.ts";

/** A file of the corpus as bytes, not yet understood: enough to see whether it has changed. */
export interface CorpusFile {
  /** Path below the corpus folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly imprint: Imprint;
  /** An editor's correction of the page, not yet understood either. */
  readonly correction?: CorrectionFile;
  /** SHA-256 over bytes, imprint and correction, hexadecimal. */
  readonly hash: string;
}

/** The bytes of a correction. */
export interface CorrectionFile {
  /** Path below the corpus folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a file holds: a page that must be cut, or whole articles. */
export type CorpusContent =
  | {
      readonly kind: "page";
      readonly page: Page;
      /** A sentence that says why there is a correction that is not used. */
      readonly misfit?: string;
    }
  | {
      readonly kind: "articles";
      readonly imprint: Imprint;
      readonly records: readonly ArticleRecord[];
    };

/** Reads a file's bytes and those of its correction. Throws `UserError` when they cannot be read. */
export async function readCorpusFile(
  dir: string,
  file: string,
  imprint: Imprint,
): Promise<CorpusFile> {
  const bytes = await readBytes(join(dir, file));
  const hash = createHash("sha256").update(JSON.stringify(imprint)).update(bytes);
  const correction = isPage(file) ? await readCorrectionFile(dir, correctionOf(file)) : undefined;
  if (correction === undefined) return { file, bytes, imprint, hash: hash.digest("hex") };
  hash.update(createHash("sha256").update(correction.bytes).digest());
  return { file, bytes, imprint, correction, hash: hash.digest("hex") };
}

/**
 * Understands a file's bytes by its extension. Throws `UserError` naming the file and, in `.jsonl` and
 * in corrections, the line.
 */
export function parseCorpusFile({ file, bytes, imprint, correction }: CorpusFile): CorpusContent {
  const text = decodeText(bytes, file);
  if (!isPage(file)) return { kind: "articles", imprint, records: readArticleRecords(text, file) };
  const page = readPage(text, file, imprint);
  return { kind: "page", ...(correction === undefined ? { page } : corrected(page, correction)) };
}

/**
 * Why a page's correction is not used: one sentence, or none. Throws `UserError` when the correction or
 * the page cannot be understood.
 */
export function misfitIn(source: CorpusFile): readonly string[] {
  if (source.correction === undefined) return [];
  const content = parseCorpusFile(source);
  return content.kind === "page" && content.misfit !== undefined ? [content.misfit] : [];
}

/** The file holds a page that must be cut, not whole articles. */
export function isPage(file: string): boolean {
  return extname(file).toLowerCase() !== ".jsonl";
}

function corrected(
  page: Page,
  { file, bytes }: CorrectionFile,
): { readonly page: Page; readonly misfit?: string } {
  const correction = readCorrection(decodeText(bytes, file), file);
  const misfit = misfitOf(correction, page);
  return misfit === undefined ? { page: { ...page, correction } } : { page, misfit };
}

async function readCorrectionFile(dir: string, file: string): Promise<CorrectionFile | undefined> {
  try {
    return { file, bytes: await readFile(join(dir, file)) };
  } catch (cause) {
    // A page may have a name to which nothing can be added.
    if (["ENOENT", "ENAMETOOLONG"].includes(codeOf(cause) ?? "")) return undefined;
    throw unreadable(join(dir, file), cause);
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): UserError {
  const code = codeOf(cause) ?? "unknown error";
  const why = code === "ENOENT" ? "there is no such file" : code;
  return new UserError(`Cannot read '${path}': ${why}.`, { cause });
}
