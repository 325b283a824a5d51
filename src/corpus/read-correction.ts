import { LineCounter, isMap, isNode, type Document } from "yaml";
import { UserError } from "../errors.ts";
import { correctionSchema, type CorrectionRecord, type EntryRecord } from "./correction-schema.ts";
import type { CorrectedLines, Correction } from "./correction.ts";
import { parseYaml } from "./parse-yaml.ts";

/**
 * Reads the text of a correction. Throws `UserError` with file and line for what is no correction;
 * whether it fits its page is another question (`misfitOf`).
 */
export function readCorrection(text: string, file: string): Correction {
  const counter = new LineCounter();
  const document = parseYaml(text, file, counter);
  const lineAt = (path: Path): number => counter.linePos(offsetOf(document, path)).line;
  const parsed = correctionSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!parsed.success) throw shapeError(parsed.error.issues[0], document, { file, lineAt });
  return correctionFrom(parsed.data, file, lineAt);
}

type Path = readonly PropertyKey[];

interface Place {
  readonly file: string;
  readonly lineAt: (path: Path) => number;
}

function correctionFrom(
  record: CorrectionRecord,
  file: string,
  lineAt: Place["lineAt"],
): Correction {
  const { page, lines, sha256 } = record;
  const placed = (entries: readonly EntryRecord[], path: Path): CorrectedLines[] =>
    entries.map((entry, i) => ({ at: lineAt([...path, i]), ...entry }));
  return {
    file,
    madeFor: { at: lineAt(["lines"]), page, lines, sha256 },
    articles: record.articles.map((article, i) => ({
      ...article,
      at: lineAt(["articles", i]),
      order: placed(article.order, ["articles", i, "order"]),
    })),
    elsewhere: placed(record.elsewhere ?? [], ["elsewhere"]),
  };
}

interface Issue {
  readonly path: Path;
  readonly message: string;
  readonly keys?: readonly string[];
}

function shapeError(issue: Issue | undefined, document: Document, place: Place): UserError {
  const path = issue?.path ?? [];
  const [unknown] = issue?.keys ?? [];
  const where = unknown === undefined ? path : [...path, unknown];
  const came = unknown === undefined ? described(document, path) : `'${clipped(unknown)}'`;
  return new UserError(
    `'${place.file}', line ${place.lineAt(where)}: expected ${issue?.message ?? "a correction"}, got ${came}. ${MEND}`,
  );
}

/** How every damaged correction is mended. */
export const MEND = "Mend it, or delete the file to go back to the program's cut.";

function described(document: Document, path: Path): string {
  const value: unknown = document.getIn(path);
  if (value === undefined || value === null || value === "") return "nothing";
  if (typeof value === "string") return `'${clipped(value)}'`;
  return isMap(value) ? "keys with values" : "a list";
}

const LONGEST_QUOTE = 40;

function clipped(text: string): string {
  const characters = Array.from(text);
  const short = characters.slice(0, LONGEST_QUOTE).join("");
  return characters.length > LONGEST_QUOTE ? `${short}…` : short;
}

/** Where a part begins; of one that is missing, where the closest part around it does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1];
    const around: unknown = document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(around) ? around.items.find(({ key: node }) => keyOf(node) === key) : undefined;
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOf(node: unknown): string {
  return isNode(node) ? String(node) : "";
}
