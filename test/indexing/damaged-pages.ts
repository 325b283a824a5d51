import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What SQLite calls pages: pieces of its file. */
const PAGE_SIZE = 4096;

/** How many pages the database in an index folder has. */
export function pagesOf(indexDir: string): number {
  return readFileSync(join(indexDir, "baowen.db")).length / PAGE_SIZE;
}

/** Overwrites pages of the database, from one to another or to the last; 1 is the first. */
export function damagePages(indexDir: string, from: number, to = pagesOf(indexDir)): void {
  const path = join(indexDir, "baowen.db");
  const bytes = readFileSync(path);
  bytes.fill(0xa5, (from - 1) * PAGE_SIZE, to * PAGE_SIZE);
  writeFileSync(path, bytes);
}
