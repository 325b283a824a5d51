import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import hnswlib from "hnswlib-node";
import { guard, type Database } from "./database.ts";
import type { Manifest } from "./manifest.ts";
import { fromBlob } from "./vectors.ts";

/** The graph over all passage vectors; labels are passage ids, distances are 1 - cosine. */
export type Hnsw = hnswlib.HierarchicalNSW;

/** The graph, and whether its file could be used or it had to be made anew. */
export interface OpenedHnsw {
  readonly graph: Hnsw;
  readonly origin: "file" | "rebuilt";
}

/**
 * Opens the HNSW file that the manifest names. hnswlib checks nothing and dies on damage, so the file
 * reaches it only when its SHA-256 is right; otherwise the graph is made anew from SQLite, in memory.
 */
export function openHnsw(database: Database, manifest: Manifest, dir: string): OpenedHnsw {
  const { hnsw, generation, dimensions } = manifest;
  const path = hnsw?.generation === generation ? join(dir, hnsw.file) : undefined;
  if (path === undefined || sha256Of(path) !== hnsw?.sha256) {
    return { graph: buildHnsw(database, dimensions), origin: "rebuilt" };
  }
  const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
  graph.readIndexSync(path);
  graph.setEf(EF_SEARCH);
  return { graph, origin: "file" };
}

/**
 * Makes the graph from SQLite and keeps it in a file of its own generation: written under another name,
 * flushed to the disk, then renamed. Gives what the manifest has to say of it.
 */
export function saveHnsw(database: Database, manifest: Manifest, dir: string): Manifest["hnsw"] {
  return guard(dir, () => {
    const file = `passages-${manifest.generation}.hnsw`;
    const path = join(dir, file);
    buildHnsw(database, manifest.dimensions).writeIndexSync(`${path}.new`);
    flush(`${path}.new`);
    renameSync(`${path}.new`, path);
    flush(dir);
    const sha256 = sha256Of(path);
    if (sha256 === undefined) throw new Error(`${path} is gone after it was written`);
    return { file, sha256, generation: manifest.generation };
  });
}

/** Deletes the HNSW files of earlier generations. */
export function deleteOldHnsw(manifest: Manifest, dir: string): void {
  const isOld = (name: string): boolean =>
    /^passages-\d+\.hnsw(\.new)?$/.test(name) && name !== manifest.hnsw?.file;
  for (const name of readdirSync(dir).filter(isOld)) rmSync(join(dir, name), { force: true });
}

/** Vectors have length 1: the inner product is their cosine, without hnswlib normalising them again. */
const SPACE = "ip";
/** hnswlib's own defaults, good to about a million vectors by its documentation. */
const LINKS = 16;
const EF_CONSTRUCTION = 200;
/** Candidates kept while searching; must not be below the number of results asked for. */
const EF_SEARCH = 200;
/** Fixed, so that the same passages give the same graph. */
const SEED = 100;

function buildHnsw(database: Database, dimensions: number): Hnsw {
  const { passages } = database.prepare("SELECT count(*) AS passages FROM passages").get() as {
    passages: number;
  };
  const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
  graph.initIndex(Math.max(passages, 1), LINKS, EF_CONSTRUCTION, SEED);
  const rows = database.prepare("SELECT id, vector FROM passages ORDER BY id").iterate();
  for (const { id, vector } of rows as Iterable<{ id: number; vector: Buffer }>) {
    graph.addPoint([...fromBlob(vector)], id);
  }
  graph.setEf(EF_SEARCH);
  return graph;
}

function sha256Of(path: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return undefined;
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
