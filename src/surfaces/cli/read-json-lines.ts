import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { UserError, codeOf } from "../../errors.ts";

/**
 * Reads a file with one JSON value a line, each of the same shape; blank lines are skipped.
 * `wanted` says the shape to a person. Throws `UserError` with file and line of the first that differs.
 */
export async function readJsonLines<T>(
  path: string,
  shape: z.ZodType<T>,
  wanted: string,
): Promise<T[]> {
  const text = await readText(path);
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = shape.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    throw new UserError(`Expected ${wanted} in ${path}:${i + 1}, got '${line.slice(0, SHOWN)}'.`);
  });
}

/** Enough of a bad line to find it again. */
const SHOWN = 60;

async function readText(path: string): Promise<string> {
  try {
    // Some editors put a byte order mark first; it belongs to no line.
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (cause) {
    const code = codeOf(cause) ?? "unknown error";
    const why = code === "ENOENT" ? "there is no such file" : code;
    throw new UserError(`Cannot read '${path}': ${why}.`, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
