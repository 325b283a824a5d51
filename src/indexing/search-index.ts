import type { Article } from "../articles/article.ts";
import type { LineLabel } from "../articles/segmentation.ts";
import type { Line } from "../corpus/page.ts";
import type { TokenVectors } from "../embedding/token-vectors.ts";
import { UserError } from "../errors.ts";
import { countsOf, type IndexCounts } from "./contents.ts";
import { hasDatabase, openForReading, translate, type Database } from "./database.ts";
import { openHnsw, type Hnsw, type OpenedHnsw } from "./hnsw-file.ts";
import { checkManifest, readManifest, type Manifest } from "./manifest.ts";
import { termsOf } from "./terms.ts";
import { tokensFromBlob } from "./vectors.ts";

/** A passage as the index gives it back. */
export interface IndexedPassage {
  readonly id: number;
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  /** Of the headline's tokens. */
  readonly headline: TokenVectors;
  readonly sentences: readonly IndexedSentence[];
}

/** Offsets count from the start of the article's text. */
export interface IndexedSentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: TokenVectors;
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
  readonly #dimensions: number;
  /** Whether the HNSW file could be used, or the graph was made anew from SQLite. */
  readonly vectorsFrom: OpenedHnsw["origin"];

  private constructor(database: Database, manifest: Manifest, { graph, origin }: OpenedHnsw) {
    this.#database = database;
    this.#dimensions = manifest.dimensions;
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
      return new SearchIndex(database, manifest, openHnsw(database, manifest, dir));
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

  /**
   * About the BM25 of a passage that has every term of `text` as often as counts; 0 for a text without
   * terms. `matching` can give more: FTS5 goes on counting rows that were deleted, and looks for a lone
   * character twice.
   */
  weightOf(text: string): number {
    const passages = this.#database
      .prepare("SELECT count(*) FROM passages")
      .pluck()
      .get() as number;
    const having = this.#database.prepare("SELECT doc FROM vocabulary WHERE term = ?").pluck();
    return [...new Set(termsOf(text))].reduce((sum, term) => {
      const n = (having.get(term) as number | undefined) ?? 0;
      // As FTS5 weighs a term: rare ones most, those of half of all passages and more nearly nothing.
      const weight = Math.log((passages - n + 0.5) / (n + 0.5));
      return sum + Math.max(weight, 1e-6) * (SATURATION + 1);
    }, 0);
  }

  passage(id: number): IndexedPassage | undefined {
    const sql = `SELECT id, article AS articleId, start, "end", tokens FROM passages WHERE id = ?`;
    const row = this.#database.prepare(sql).get(id) as PassageRow | undefined;
    if (row === undefined) return undefined;
    const sentences = this.#database
      .prepare(`SELECT start, "end", tokens FROM sentences WHERE passage = ? ORDER BY ordinal`)
      .all(id) as { start: number; end: number; tokens: Buffer }[];
    const { tokens, ...place } = row;
    const vectorsOf = (blob: Buffer): TokenVectors => tokensFromBlob(blob, this.#dimensions);
    return {
      ...place,
      headline: vectorsOf(tokens),
      sentences: sentences.map((sentence) => ({ ...sentence, tokens: vectorsOf(sentence.tokens) })),
    };
  }

  article(id: string): Article | undefined {
    const row = this.#database.prepare("SELECT article FROM articles WHERE id = ?").get(id);
    return row === undefined ? undefined : articleOf(row);
  }

  /** Date of the newest article, YYYY-MM-DD; undefined when no article is dated. */
  get newestDate(): string | undefined {
    const date = this.#database.prepare("SELECT max(date) FROM articles").pluck().get();
    return (date as string | null) ?? undefined;
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

interface PassageRow {
  readonly id: number;
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: Buffer;
}

type LineRow = Line & Pick<LineLabel, "role"> & { readonly article: string | null };

/** k1 of FTS5's BM25. */
const SATURATION = 1.2;

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
