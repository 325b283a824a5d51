import type { Article } from "../articles/article.ts";
import type { LineLabel } from "../articles/segmentation.ts";
import type { Line } from "../corpus/page.ts";
import { UserError } from "../errors.ts";
import { countsOf, type IndexCounts } from "./contents.ts";
import { hasDatabase, openForReading, translate, type Database } from "./database.ts";
import { openHnsw, type Hnsw, type OpenedHnsw } from "./hnsw-file.ts";
import { checkManifest, readManifest } from "./manifest.ts";
import { termsOf } from "./terms.ts";
import { fromBlob } from "./vectors.ts";

/** A passage as the index gives it back. */
export interface IndexedPassage {
  readonly id: number;
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly sentences: readonly IndexedSentence[];
}

/** Offsets count from the start of the article's text. */
export interface IndexedSentence {
  readonly start: number;
  readonly end: number;
  readonly vector: Float32Array;
}

/** A passage that an index found, and how well it fits; more is better. */
export interface Match {
  readonly passage: number;
  readonly score: number;
}

/** The built index, read only. */
export class SearchIndex {
  readonly #database: Database;
  readonly #hnsw: Hnsw;
  /** Whether the HNSW file could be used, or the graph was made anew from SQLite. */
  readonly vectorsFrom: OpenedHnsw["origin"];

  private constructor(database: Database, { graph, origin }: OpenedHnsw) {
    this.#database = database;
    this.#hnsw = graph;
    this.vectorsFrom = origin;
  }

  /** Whether `dir` holds an index that was built to its end. Throws `UserError` for a damaged one. */
  static isFinished(dir: string): boolean {
    if (!hasDatabase(dir)) return false;
    const database = openForReading(dir);
    try {
      return readManifest(database, dir)?.complete ?? false;
    } catch (cause) {
      throw translate(cause, dir);
    } finally {
      database.close();
    }
  }

  /** Opens the index in `dir`. Throws `UserError` when there is none, or none that `model` can use. */
  static open(dir: string, model: string): SearchIndex {
    const database = openForReading(dir);
    try {
      const manifest = readManifest(database, dir);
      if (!manifest?.complete) {
        throw new UserError(`The index in '${dir}' is unfinished. Run \`baowen index\` first.`);
      }
      checkManifest(manifest, model, dir);
      return new SearchIndex(database, openHnsw(database, manifest, dir));
    } catch (cause) {
      database.close();
      throw translate(cause, dir);
    }
  }

  close(): void {
    this.#database.close();
  }

  get counts(): IndexCounts {
    return countsOf(this.#database);
  }

  /** The `limit` passages whose vectors are nearest, best first; the score is the cosine. */
  nearest(vector: Float32Array, limit: number): Match[] {
    const count = Math.min(limit, this.#hnsw.getCurrentCount());
    if (count === 0) return [];
    const { neighbors, distances } = this.#hnsw.searchKnn([...vector], count);
    return neighbors.map((passage, i) => ({ passage, score: 1 - (distances[i] ?? 1) }));
  }

  /** The `limit` passages that share most terms with `text`, best first; the score is BM25. */
  matching(text: string, limit: number): Match[] {
    const query = matchExpression(text);
    if (query === undefined) return [];
    const sql = `SELECT rowid AS passage, -bm25(terms, ${HEADLINE_WEIGHT}, 1) AS score
                   FROM terms WHERE terms MATCH ? ORDER BY score DESC, rowid LIMIT ?`;
    return this.#database.prepare(sql).all(query, limit) as Match[];
  }

  passage(id: number): IndexedPassage | undefined {
    const sql = `SELECT id, article AS articleId, start, "end" FROM passages WHERE id = ?`;
    const row = this.#database.prepare(sql).get(id);
    if (row === undefined) return undefined;
    const sentences = this.#database
      .prepare(`SELECT start, "end", vector FROM sentences WHERE passage = ? ORDER BY ordinal`)
      .all(id) as { start: number; end: number; vector: Buffer }[];
    return {
      ...(row as Omit<IndexedPassage, "sentences">),
      sentences: sentences.map((sentence) => ({ ...sentence, vector: fromBlob(sentence.vector) })),
    };
  }

  article(id: string): Article | undefined {
    const row = this.#database.prepare("SELECT article FROM articles WHERE id = ?").get(id);
    return row === undefined ? undefined : articleOf(row);
  }

  /** Every article, newest date first, undated ones last, then by file and place on the page. */
  articles(): Article[] {
    const order = "ORDER BY date IS NULL, date DESC, file, ordinal";
    return this.#database.prepare(`SELECT article FROM articles ${order}`).all().map(articleOf);
  }

  /** The lines of a segmented page with their labels, in file order; empty for other files. */
  lines(file: string): (Line & LineLabel)[] {
    const sql = "SELECT n, text, role, article FROM lines WHERE file = ? ORDER BY n";
    const rows = this.#database.prepare(sql).all(file) as LineRow[];
    return rows.map(({ article, ...line }) => (article === null ? line : { ...line, article }));
  }
}

type LineRow = Line & Pick<LineLabel, "role"> & { readonly article: string | null };

/** A headline's words say more than the body's; 1, 2 and 4 were tried on the labelled questions. */
const HEADLINE_WEIGHT = 2;

/** Terms are quoted, so nothing in a question is read as FTS5 syntax. */
function matchExpression(text: string): string | undefined {
  const terms = [...new Set(termsOf(text))];
  if (terms.length === 0) return undefined;
  // Indexed Chinese is in pairs of characters: a lone one is looked for at the start of a pair.
  return terms.map((term) => (isLone(term) ? `"${term}" OR "${term}"*` : `"${term}"`)).join(" OR ");
}

function isLone(term: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u.test(term);
}

function articleOf(row: unknown): Article {
  return JSON.parse((row as { article: string }).article) as Article;
}
