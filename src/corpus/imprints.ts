import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { UserError, codeOf } from "../errors.ts";
import { decodeText } from "./decode-text.ts";
import type { Imprint } from "./page.ts";

/**
 * Reads `sources.json` of the corpus and gives a function from a file to its imprint: what
 * `sources.json` says wins over what the file's name says, key by key.
 * Throws `UserError` when `sources.json` is damaged.
 */
export async function readImprints(corpusDir: string): Promise<(file: string) => Imprint> {
  const sources = await readSources(join(corpusDir, "sources.json"));
  return (file) => ({ ...imprintFromName(file), ...dropUndefined(sources[file] ?? {}) });
}

/** Date and page that a file's name gives: `2022-09-30_A02.txt`, `20220930-2.txt`. */
export function imprintFromName(file: string): Imprint {
  const found = NAMED_DATE.exec(basename(file));
  if (!found) return {};
  const [, year, month, day, page] = found;
  const date = `${year}-${month}-${day}`;
  if (!z.iso.date().safeParse(date).success) return {};
  return page === undefined ? { date } : { date, page };
}

/** A date that stands alone, and after it perhaps a page: letters and at most three digits. */
const NAMED_DATE =
  /(?<![0-9A-Za-z])((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?:[-_.]([A-Za-z]{0,2}\d{1,3}))?(?![0-9A-Za-z])/;

const sourcesSchema = z.record(
  z.string(),
  z.strictObject({
    date: z.iso.date("a date such as 2022-09-30").optional(),
    edition: z.string().min(1).optional(),
    page: z
      .union([z.string().min(1), z.int().min(1)])
      .transform(String)
      .optional(),
    url: z.url({ protocol: /^https?$/, error: "an http or https URL" }).optional(),
  }),
);

async function readSources(path: string): Promise<z.infer<typeof sourcesSchema>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return {};
    throw new UserError(`Cannot read '${path}' (${codeOf(cause) ?? "unknown error"}).`, { cause });
  }
  const parsed = sourcesSchema.safeParse(parseJson(decodeText(bytes, path), path));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UserError(
    `Expected {"FILE": {"date"?, "edition"?, "page"?, "url"?}} in '${path}', but '${issue?.path.join(".") ?? ""}' is wrong: ${issue?.message ?? ""}.`,
  );
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`Expected JSON in '${path}', but it cannot be parsed. Mend or remove it.`, {
      cause,
    });
  }
}

function dropUndefined(imprint: Record<string, string | undefined>): Imprint {
  return Object.fromEntries(Object.entries(imprint).filter(([, value]) => value !== undefined));
}
