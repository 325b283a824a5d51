import { UserError } from "../errors.ts";
import type { CorrectedArticle, CorrectedLines, Correction } from "./correction.ts";
import { digestOf, isBlank, type Line, type Page } from "./page.ts";
import { MEND } from "./read-correction.ts";

/**
 * Why a correction cannot be used for a page that has changed since it was written; undefined when it
 * can. Throws `UserError` when the page is the same and the correction is wrong: a line twice, a line
 * nowhere, a range outside the page.
 */
export function misfitOf(correction: Correction, page: Page): string | undefined {
  const { sha256 } = correction.madeFor;
  const changed = sha256 !== undefined && sha256 !== digestOf(page.lines);
  const problem = problemOf(correction, page.lines);
  if (!changed) {
    if (problem === undefined) return undefined;
    throw new UserError(`'${correction.file}', line ${problem.at}: ${problem.what}. ${MEND}`);
  }
  const misfit = problem ?? strangerIn(correction.articles, page.lines);
  return misfit === undefined ? undefined : sentenceOf(misfit, correction, page);
}

/** What is wrong, as `expected …, got …`, and the line of the correction that shows it. */
interface Problem {
  readonly what: string;
  readonly at: number;
}

function sentenceOf({ what, at }: Problem, { file, madeFor }: Correction, page: Page): string {
  const name = page.file.split("/").at(-1) ?? "";
  const before = (madeFor.page ?? name) === name ? "" : ` (written for '${madeFor.page ?? ""}')`;
  return (
    `The page '${page.file}' has changed, and its correction '${file}'${before} no longer fits (line ${at}: ${what}). ` +
    "The program's cut is used. Mend the correction's lines and take out its sha256, or delete it and write a new one with `baowen segment FILE --edit`."
  );
}

function problemOf(
  { madeFor, articles, elsewhere }: Correction,
  lines: readonly Line[],
): Problem | undefined {
  if (madeFor.lines !== undefined && madeFor.lines !== lines.length) {
    return { what: `expected a page of ${madeFor.lines} lines, got ${lines.length}`, at: madeFor.at };
  }
  const entries = [...articles.flatMap(({ order }) => order), ...elsewhere];
  const claims = new Map<number, CorrectedLines>();
  for (const entry of entries) {
    const problem = claim(entry, lines, claims);
    if (problem !== undefined) return problem;
  }
  return unclaimed(lines, claims) ?? bodiless(articles);
}

function claim(
  entry: CorrectedLines,
  lines: readonly Line[],
  claims: Map<number, CorrectedLines>,
): Problem | undefined {
  const { at, first, last } = entry;
  if (last > lines.length) {
    return { what: `expected lines from 1 to ${lines.length}, got page line ${rangeOf(entry)}`, at };
  }
  const printed = lines.slice(first - 1, last).filter((line) => !isBlank(line));
  if (printed.length === 0) return { what: `expected printed lines, got only blank ones in page line ${rangeOf(entry)}`, at };
  for (const { n } of printed) {
    const other = claims.get(n);
    if (other !== undefined) {
      const what = `expected every line of the page once, got page line ${n} here and in line ${other.at} ('${rangeOf(other)} ${other.role}')`;
      return { what, at };
    }
    claims.set(n, entry);
  }
  return undefined;
}

function unclaimed(
  lines: readonly Line[],
  claims: ReadonlyMap<number, CorrectedLines>,
): Problem | undefined {
  let at = 1;
  for (const line of lines) {
    if (isBlank(line)) continue;
    const entry = claims.get(line.n);
    if (entry === undefined) {
      const what = `expected every line of the page once, got page line ${line.n} (${startOf(line)}) in no article and not elsewhere`;
      return { what, at };
    }
    at = entry.at;
  }
  return undefined;
}

function bodiless(articles: readonly CorrectedArticle[]): Problem | undefined {
  const found = articles.find(({ order }) => order.every(({ role }) => role !== "body"));
  if (found === undefined) return undefined;
  const [entry] = found.order;
  const got = entry === undefined ? "no line" : `none (page line ${rangeOf(entry)} is ${entry.role})`;
  return { what: `expected a body line in every article, got ${got}`, at: found.at };
}

/** An article whose first words are not where they were. */
function strangerIn(
  articles: readonly CorrectedArticle[],
  lines: readonly Line[],
): Problem | undefined {
  for (const { at, begins, order } of articles) {
    const first = firstBodyLine(order, lines);
    const text = first === undefined ? "" : bare(first.text);
    if (begins !== undefined && begins !== "" && text.startsWith(bare(begins))) continue;
    const wanted = begins === undefined ? "its first words in 'begins'" : `'${begins}'`;
    const got = first === undefined ? "nothing" : `page line ${first.n} (${startOf(first)})`;
    return { what: `expected an article that begins ${wanted}, got ${got}`, at };
  }
  return undefined;
}

/** The first printed body line of an article in its order of reading. */
export function firstBodyLine(
  order: readonly CorrectedLines[],
  lines: readonly Line[],
): Line | undefined {
  const entry = order.find(({ role }) => role === "body");
  return entry && lines.slice(entry.first - 1, entry.last).find((line) => !isBlank(line));
}

function bare(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, "");
}

function rangeOf({ first, last }: CorrectedLines): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

const SHOWN = 12;

function startOf({ text }: Line): string {
  const characters = Array.from(text.trim());
  return `'${characters.slice(0, SHOWN).join("")}${characters.length > SHOWN ? "…" : ""}'`;
}
