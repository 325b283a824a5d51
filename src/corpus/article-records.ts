import { z } from "zod";
import { UserError } from "../errors.ts";

/** One article as a `.jsonl` file brings it, with the number of its line. */
export type ArticleRecord = Readonly<z.infer<typeof recordSchema>> & { readonly line: number };

/**
 * Reads a `.jsonl` file, one article a line; blank lines are skipped.
 * Throws `UserError` with file and line number of the first line that is no article.
 */
export function readArticleRecords(text: string, file: string): ArticleRecord[] {
  const records: ArticleRecord[] = [];
  const lineOfId = new Map<string, number>();
  for (const [i, source] of text.split(/\r?\n/).entries()) {
    if (source.trim() === "") continue;
    const record = readRecord(source, `${file}:${i + 1}`);
    const earlier = lineOfId.get(record.id);
    if (earlier !== undefined) {
      throw new UserError(
        `Expected every id once, got '${record.id}' in ${file}:${i + 1} and in line ${earlier}.`,
      );
    }
    lineOfId.set(record.id, i + 1);
    records.push({ ...record, line: i + 1 });
  }
  if (records.length > 0) return records;
  throw new UserError(`Expected articles, one a line, in '${file}', got an empty file.`);
}

/** The longest id that fits a Telegram deep link with room for a range. */
const ID_LENGTH = 32;

const recordSchema = z.object({
  id: z
    .string()
    .regex(
      // Every browser takes `.` and `..` out of an address.
      new RegExp(`^(?!\\.+$)[\\w.~-]{1,${ID_LENGTH}}$`),
      `1 to ${ID_LENGTH} letters, digits and - . _ ~, not only dots`,
    ),
  title: z.string(),
  text: z.string().refine((text) => text.trim() !== "", "some text"),
  date: z.iso.date("a date such as 2022-09-30").nullish(),
  url: z.url({ protocol: /^https?$/, error: "an http or https URL" }).nullish(),
  byline: z.string().nullish(),
});

function readRecord(source: string, place: string): z.infer<typeof recordSchema> {
  const parsed = recordSchema.safeParse(parseJson(source, place));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const key = issue?.path.join(".") ?? "";
  throw new UserError(
    `Expected an article {"id","title","text","date"?,"url"?,"byline"?} in ${place}, but '${key}' must be ${issue?.message ?? "right"}.`,
  );
}

function parseJson(source: string, place: string): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    throw new UserError(`Expected a JSON object in ${place}, got '${source.slice(0, 40)}'.`, {
      cause,
    });
  }
}
