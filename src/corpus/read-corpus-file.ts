import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { UserError, codeOf } from "../errors.ts";
import { readArticleRecords, type ArticleRecord } from "./article-records.ts";
import { decodeText } from "./decode-text.ts";
import type { Imprint, Page } from "./page.ts";
import { readPage } from "./read-page.ts";

/** A file of the corpus as bytes, not yet understood: enough to see whether it has changed. */
export interface CorpusFile {
  /** Path below the corpus folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly imprint: Imprint;
  /** SHA-256 over bytes and imprint, hexadecimal. */
  readonly hash: string;
}

/** What a file holds: a page that must be cut, or whole articles. */
export type CorpusContent =
  | { readonly kind: "page"; readonly page: Page }
  | {
      readonly kind: "articles";
      readonly imprint: Imprint;
      readonly records: readonly ArticleRecord[];
    };

/** Reads a file's bytes. Throws `UserError` when they cannot be read. */
export async function readCorpusFile(
  dir: string,
  file: string,
  imprint: Imprint,
): Promise<CorpusFile> {
  const bytes = await readBytes(join(dir, file));
  const hash = createHash("sha256").update(JSON.stringify(imprint)).update(bytes).digest("hex");
  return { file, bytes, imprint, hash };
}

/** Understands a file's bytes by its extension. Throws `UserError` naming the file and, in `.jsonl`, the line. */
export function parseCorpusFile({ file, bytes, imprint }: CorpusFile): CorpusContent {
  const text = decodeText(bytes, file);
  if (extname(file).toLowerCase() === ".jsonl") {
    return { kind: "articles", imprint, records: readArticleRecords(text, file) };
  }
  return { kind: "page", page: readPage(text, file, imprint) };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = codeOf(cause) ?? "unknown error";
    const why = code === "ENOENT" ? "there is no such file" : code;
    throw new UserError(`Cannot read '${path}': ${why}.`, { cause });
  }
}
