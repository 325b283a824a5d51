import { rm, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError, codeOf } from "../errors.ts";

/**
 * Writes a new correction, whole or not at all. Throws `UserError` when there is one already, which is
 * never overwritten, and when the folder cannot be written.
 */
export async function saveCorrection(path: string, text: string): Promise<void> {
  await refuseExisting(path);
  // Hidden, so that nobody takes it for a page or a correction meanwhile.
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (cause) {
    // Where it could not be written there is nothing to remove, and the reason is the one below.
    await rm(draft, { force: true }).catch(() => undefined);
    throw new UserError(
      `Cannot write '${path}' (${codeOf(cause) ?? "unknown error"}). Make its folder writable, or copy the page to one that is.`,
      { cause },
    );
  }
}

async function refuseExisting(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return;
    throw new UserError(`Cannot write '${path}' (${codeOf(cause) ?? "unknown error"}).`, { cause });
  }
  throw new UserError(
    `Expected a page without a correction, got '${path}'. Edit it, or delete it and run this again to start from the program's cut.`,
  );
}
