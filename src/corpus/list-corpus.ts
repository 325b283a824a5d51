import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { UserError, codeOf } from "../errors.ts";
import { isCorrection } from "./correction.ts";

/** What lies in the corpus folder, paths below it with `/`, sorted. */
export interface CorpusListing {
  /** Files that can be read as pages or articles. */
  readonly files: readonly string[];
  /** Files of formats that this version cannot read. */
  readonly ignored: readonly string[];
  /** Corrections of pages, whether their page is there or not. */
  readonly corrections: readonly string[];
}

/** Lists the files below `dir`. Throws `UserError` when the folder is missing or holds nothing readable. */
export async function listCorpus(dir: string): Promise<CorpusListing> {
  const found = (await readFolder(dir)).filter((name) => !isOurs(name)).sort();
  const names = found.filter((name) => !isCorrection(name));
  const files = names.filter((name) => READABLE.has(extname(name).toLowerCase()));
  if (files.length === 0) {
    throw new UserError(
      `Expected .txt or .jsonl files in the corpus folder '${dir}', got none. Put the paper's pages there.`,
    );
  }
  return {
    files,
    ignored: names.filter((name) => !READABLE.has(extname(name).toLowerCase())),
    corrections: found.filter(isCorrection),
  };
}

/** Extensions that the room's readers know. */
const READABLE: ReadonlySet<string> = new Set([".txt", ".jsonl"]);

async function readFolder(dir: string): Promise<string[]> {
  try {
    const entries = await readdir(dir, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"));
  } catch (cause) {
    throw new UserError(folderProblem(dir, cause), { cause });
  }
}

function folderProblem(dir: string, cause: unknown): string {
  const advice = "Make it and put the paper's pages there, or set CORPUS_DIR.";
  if (codeOf(cause) === "ENOENT") return `No corpus folder '${dir}'. ${advice}`;
  if (codeOf(cause) === "ENOTDIR") return `Expected a folder, got the file '${dir}'. ${advice}`;
  return `Cannot read the corpus folder '${dir}' (${codeOf(cause) ?? "unknown error"}). ${advice}`;
}

/** Hidden files and the paper's own notes beside the pages are no pages. */
function isOurs(name: string): boolean {
  return name === "sources.json" || name.split("/").some((part) => part.startsWith("."));
}
