import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError, codeOf } from "./errors.ts";
import type { Added } from "./surfaces/telegram/talk/operating.ts";

/**
 * Writes a file into the corpus folder, never over one that is there, and brings the index up to date. One
 * that cannot be read is taken out again, as is one with which the update fails. `name` is a plain name
 * without folders. Throws `UserError` when the disk refuses.
 */
export async function addToCorpus(
  dir: string,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  update: () => Promise<Updated>,
): Promise<Added> {
  const path = join(dir, name);
  try {
    await writeFile(path, bytes, { flag: "wx" });
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return { outcome: "exists" };
    // A disk that got full on the way leaves half a page.
    await rm(path, { force: true });
    throw new UserError(`The file could not be written (${codeOf(cause) ?? "unknown"}).`, {
      cause,
    });
  }
  const { problems, articlesOf } = await update().catch(async (error: unknown) => {
    await rm(path);
    throw error;
  });
  const reason = problems.find((problem) => isAbout(problem, name));
  if (reason === undefined) return { outcome: "added", articles: articlesOf(name) };
  await rm(path);
  return { outcome: "refused", reason };
}

/** Whether a problem names the file, and not one whose name only ends like it: quoted, or with a line behind. */
function isAbout(problem: string, name: string): boolean {
  return [`'${name}'`, `/${name}'`, `\\${name}'`, ` in ${name}:`].some((it) =>
    problem.includes(it),
  );
}

/** What the index holds after it was brought up to date. */
interface Updated {
  /** A sentence for each file that could not be used. */
  readonly problems: readonly string[];
  readonly articlesOf: (file: string) => number;
}
