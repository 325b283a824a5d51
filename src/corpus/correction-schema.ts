import { z } from "zod";
import { ARTICLE_ROLES, JOINED_ROLES, OTHER_ROLES, type CorrectedLines } from "./correction.ts";

/** A correction as its file says it, before it is known on which line each part stands. */
export type CorrectionRecord = z.infer<typeof correctionSchema>;

/** Lines as an entry such as `6-21 body` names them. */
export type EntryRecord = Omit<CorrectedLines, "at">;

type Role = CorrectedLines["role"];

const ENTRY = /^(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?\s+([a-z]+)(\+?)$/u;

const words = (what: string) => z.string(what);

const articleSchema = z.strictObject(
  {
    headline: words("a headline in words").optional(),
    subheadline: words("a subheadline in words").optional(),
    byline: words("a byline in words").optional(),
    begins: words("the first characters of the article's text").optional(),
    order: listOf(entrySchema(ARTICLE_ROLES), "a list of lines such as '- 6-21 body'"),
  },
  unknownKey("order, headline, subheadline, byline and begins"),
);

/** The shape of a correction file. Messages say what was expected in each place. */
export const correctionSchema = z.strictObject(
  {
    page: words("the name of the page's file").optional(),
    lines: z
      .string("the number of the page's lines")
      .regex(/^\d{1,9}$/u, "the number of the page's lines")
      .transform(Number)
      .optional(),
    sha256: z
      .string("64 hexadecimal digits")
      .regex(/^[0-9a-f]{64}$/iu, "64 hexadecimal digits")
      .transform((digits) => digits.toLowerCase())
      .optional(),
    articles: listOf(articleSchema, "a list of articles"),
    // A page without an article has headlines and bylines too.
    elsewhere: listOf(
      entrySchema([...OTHER_ROLES, ...ARTICLE_ROLES]),
      "a list of lines such as '- 75 noise'",
    ).optional(),
  },
  unknownKey("page, lines, sha256, articles and elsewhere"),
);

// An empty key stays behind when the last entry below it is taken out.
function listOf<T extends z.ZodType>(item: T, expected: string) {
  return z.preprocess((value) => (value === "" ? [] : value), z.array(item, expected));
}

function unknownKey(known: string) {
  const error = (issue: { readonly code?: string | undefined }): string =>
    issue.code === "unrecognized_keys" ? `no other keys than ${known}` : known;
  return { error };
}

function entrySchema(roles: readonly Role[]) {
  const expected = `lines of the page and what they are, such as '6-21 body' (one of ${roles.join(", ")})`;
  return z.string(expected).transform((text, context): EntryRecord => {
    const entry = entryOf(text, roles);
    if (typeof entry !== "string") return entry;
    context.addIssue(entry === "" ? expected : entry);
    return z.NEVER;
  });
}

function entryOf(text: string, roles: readonly Role[]): EntryRecord | string {
  const found = ENTRY.exec(text.trim());
  const role = roles.find((one) => one === found?.[3]);
  if (found === null || role === undefined) return "";
  const first = Number(found[1]);
  const last = Number(found[2] ?? found[1]);
  const goesOn = found[4] === "+";
  if (first < 1 || last < first) return "lines that count up from 1, such as '6-21 body'";
  if (goesOn && !JOINED_ROLES.has(role)) return "'+' only behind body, subhead or caption";
  return { first, last, role, goesOn };
}
