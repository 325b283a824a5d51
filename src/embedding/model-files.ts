import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pipeline } from "node:stream/promises";
import { UserError, codeOf } from "../errors.ts";

/** Where a model comes from: a folder on this machine or the Hugging Face hub. */
export type ModelPlace =
  | { readonly kind: "folder"; readonly name: string; readonly dir: string }
  | { readonly kind: "hub"; readonly name: string };

/**
 * Finds the model that `EMBEDDING_MODEL` names: a folder under `models/`, any other folder, or
 * `owner/name` on the hub. Throws `UserError` when it is none of these.
 */
export function findModel(name: string): ModelPlace {
  const dirs = [join(MODELS_DIR, name), resolve(name)];
  const dir = dirs.find((it) => statSync(it, { throwIfNoEntry: false })?.isDirectory());
  if (dir !== undefined) return { kind: "folder", name: basename(dir), dir };
  if (HUB_ID.test(name)) return { kind: "hub", name };
  throw new UserError(
    `Expected EMBEDDING_MODEL to name a folder under 'models', another folder or a hub id such as 'owner/model', got '${name}'.`,
  );
}

/**
 * Checks every file of a model folder against its `SHA256SUMS` before anything is loaded, and gives the
 * SHA-256 of each by its path. A folder without `SHA256SUMS` is digested as it is.
 * Throws `UserError` for a file that is missing or differs.
 */
export async function verifyModelFiles(dir: string): Promise<ReadonlyMap<string, string>> {
  const expected = await readChecksums(dir);
  const files = expected ? [...expected.keys()] : await listFiles(dir);
  const checksums = new Map<string, string>();
  for (const file of files.sort()) {
    const actual = await sha256Of(join(dir, file), dir);
    const wanted = expected?.get(file);
    if (wanted !== undefined && wanted !== actual) {
      throw new UserError(
        `The model file '${join(dir, file)}' is damaged: expected SHA-256 ${wanted.slice(0, 12)}…, got ${actual.slice(0, 12)}…. ${RESTORE}`,
      );
    }
    checksums.set(file, actual);
  }
  return checksums;
}

/** `models/` stands beside `src/` and `dist/`. */
const MODELS_DIR = fileURLToPath(new URL("../../models", import.meta.url));
const HUB_ID = /^[\w.-]+\/[\w.-]+$/;
const RESTORE = "Restore it: `git checkout -- models`, or copy the folder again.";

async function readChecksums(dir: string): Promise<Map<string, string> | undefined> {
  const path = join(dir, "SHA256SUMS");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw new UserError(`Cannot read '${path}'. ${RESTORE}`, { cause });
  }
  const lines = text.split(/\r?\n/).filter((line) => line !== "");
  const rows = lines.map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
  // A line that cannot be read would leave its file unchecked.
  if (rows.length > 0 && !rows.includes(null)) {
    return new Map(rows.map((row) => [row?.[2] ?? "", row?.[1] ?? ""]));
  }
  throw new UserError(`The checksums in '${path}' are damaged. ${RESTORE}`);
}

async function listFiles(dir: string): Promise<string[]> {
  const names = await readdir(dir, { recursive: true });
  return names.filter((name) => /\.(json|onnx|bin|onnx_data)$/.test(name));
}

async function sha256Of(path: string, dir: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (cause) {
    throw new UserError(
      codeOf(cause) === "ENOENT"
        ? `The model in '${dir}' is incomplete: there is no '${path}'. ${RESTORE}`
        : `Cannot read the model file '${path}' (${codeOf(cause) ?? "unknown error"}). ${RESTORE}`,
      { cause },
    );
  }
  return hash.digest("hex");
}
