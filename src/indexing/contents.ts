import type { Database } from "./database.ts";

/** How much an index holds. */
export interface IndexCounts {
  readonly files: number;
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
}

/** A file as the index knows it. */
export interface IndexedFile {
  readonly hash: string;
  /** Ids of its articles. */
  readonly ids: readonly string[];
}

/** Counts what an index holds. */
export function countsOf(database: Database): IndexCounts {
  return database
    .prepare(
      `SELECT (SELECT count(*) FROM files) AS files, (SELECT count(*) FROM articles) AS articles,
         (SELECT count(*) FROM passages) AS passages, (SELECT count(*) FROM sentences) AS sentences`,
    )
    .get() as IndexCounts;
}

/** Every indexed file by its path. */
export function filesOf(database: Database): Map<string, IndexedFile> {
  const rows = database
    .prepare(
      `SELECT files.file, hash, json_group_array(articles.id) FILTER (WHERE articles.id IS NOT NULL) AS ids
         FROM files LEFT JOIN articles ON articles.file = files.file GROUP BY files.file`,
    )
    .all() as { file: string; hash: string; ids: string }[];
  return new Map(
    rows.map(({ file, hash, ids }) => [file, { hash, ids: JSON.parse(ids) as string[] }]),
  );
}
