import { z } from "zod";
import type { Embedder } from "../embedding/embedder.ts";
import { UserError } from "../errors.ts";
import { PASSAGE_RULES } from "../passages/cut-passages.ts";
import type { Database } from "./database.ts";
import { SCHEMA_VERSION } from "./schema.ts";

/** The birth certificate of an index: what it was made of, and which HNSW file belongs to it. */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

const manifestSchema = z.object({
  schemaVersion: z.number(),
  /** Fingerprint of the embedder. */
  model: z.string(),
  dimensions: z.number().int().positive(),
  passageRules: z.string(),
  /** False until the first run over the whole corpus has come to its end. */
  complete: z.boolean(),
  /** Counts the changes of the truth; the HNSW file carries the generation it was made from. */
  generation: z.number().int().nonnegative(),
  hnsw: z.object({ file: z.string(), sha256: z.string(), generation: z.number().int() }).optional(),
});

/** The manifest of a new index. */
export function newManifest({
  fingerprint,
  dimensions,
}: Pick<Embedder, "fingerprint" | "dimensions">): Manifest {
  return {
    schemaVersion: SCHEMA_VERSION,
    model: fingerprint,
    dimensions,
    passageRules: PASSAGE_RULES,
    complete: false,
    generation: 0,
  };
}

/** Reads the manifest; undefined before the first one was written. Throws `UserError` for a damaged one. */
export function readManifest(database: Database, dir: string): Manifest | undefined {
  // A file that was killed before its tables stood is as good as none.
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'manifest'").get();
  if (table === undefined) return undefined;
  const row = database.prepare("SELECT value FROM manifest WHERE key = 'manifest'").get();
  if (row === undefined) return undefined;
  const { value } = row as { value: string };
  const parsed = manifestSchema.safeParse(parseJson(value));
  if (parsed.success) return parsed.data;
  throw new UserError(`The manifest of the index in '${dir}' is damaged. ${REBUILD}`);
}

/** Writes the manifest in place of the one before. */
export function writeManifest(database: Database, manifest: Manifest): void {
  database
    .prepare("INSERT OR REPLACE INTO manifest (key, value) VALUES ('manifest', ?)")
    .run(JSON.stringify(manifest));
}

/** Refuses an index that this program, with this model, cannot use. Throws `UserError`. */
export function checkManifest(manifest: Manifest, model: string, dir: string): void {
  const differences = [
    difference("schema version", manifest.schemaVersion, SCHEMA_VERSION),
    difference("model", manifest.model, model),
    difference("passage rules", manifest.passageRules, PASSAGE_RULES),
  ].filter((text) => text !== undefined);
  if (differences.length === 0) return;
  throw new UserError(
    `The index in '${dir}' cannot be used: ${differences.join("; ")}. ${REBUILD}`,
  );
}

/** How every unusable index is mended. */
export const REBUILD = "Run `baowen index --rebuild` to make it anew from the corpus.";

function difference(what: string, built: string | number, now: string | number) {
  return built === now ? undefined : `it was built with ${what} ${built}, this is ${what} ${now}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
