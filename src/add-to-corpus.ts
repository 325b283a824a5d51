import { readFile, rm, writeFile } from "node:fs/promises";
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
  const written = await write(path, bytes);
  if (written === "differs") return { outcome: "exists" };
  const undo = (): Promise<void> => (written === "new" ? rm(path) : Promise.resolve());
  const { problems, articlesOf } = await update().catch(async (error: unknown) => {
    await undo();
    throw error;
  });
  const reason = problems.find((problem) => isAbout(problem, name));
  if (reason === undefined) return { outcome: "added", articles: articlesOf(name) };
  await undo();
  return { outcome: "refused", reason };
}

/** A file that is there with the same bytes is as good as written: the upload may come a second time. */
async function write(path: string, bytes: Uint8Array): Promise<"new" | "same" | "differs"> {
  try {
    await writeFile(path, bytes, { flag: "wx" });
    return "new";
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") {
      return Buffer.compare(await readFile(path), bytes) === 0 ? "same" : "differs";
    }
    // A disk that got full on the way leaves half a page.
    await rm(path, { force: true });
    throw new UserError(`The file could not be written (${codeOf(cause) ?? "unknown"}).`, {
      cause,
    });
  }
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
