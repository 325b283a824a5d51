import type { PassageVectors } from "../embedding/embedder.ts";
import { NO_TOKENS } from "../embedding/token-vectors.ts";
import { guard, type Database } from "./database.ts";
import { writeManifest, type Manifest } from "./manifest.ts";
import type { PreparedArticle, PreparedFile, PreparedPassage } from "./prepare-file.ts";
import { termsOf } from "./terms.ts";
import { fromBlob, toBlob, tokensFromBlob, tokensToBlob } from "./vectors.ts";

/** Writes files into an index, each whole or not at all. */
export class IndexWriter {
  #manifest: Manifest;
  readonly #database: Database;
  readonly #dir: string;

  constructor(database: Database, manifest: Manifest, dir: string) {
    this.#database = database;
    this.#manifest = manifest;
    this.#dir = dir;
  }

  get manifest(): Manifest {
    return this.#manifest;
  }

  /** Replaces all that is known of a file, in one transaction. `vectors` has those of every content. */
  replaceFile(prepared: PreparedFile, vectors: ReadonlyMap<string, PassageVectors>): void {
    this.#change(() => {
      this.#deleteFile(prepared.file);
      this.#run("INSERT INTO files (file, hash) VALUES (?, ?)", prepared.file, prepared.hash);
      for (const { n, text, role, article } of prepared.lines) {
        const sql = "INSERT INTO lines (file, n, text, role, article) VALUES (?, ?, ?, ?, ?)";
        this.#run(sql, prepared.file, n, text, role, article ?? null);
      }
      for (const [ordinal, article] of prepared.articles.entries()) {
        this.#insertArticle(prepared.file, ordinal, article);
        for (const passage of article.passages) this.#insertPassage(article, passage, vectors);
      }
    });
  }

  /** Removes all that is known of a file, in one transaction. */
  removeFile(file: string): void {
    this.#change(() => {
      this.#deleteFile(file);
    });
  }

  /** Sets what the manifest says, without touching the data. */
  amend(change: Partial<Manifest>): void {
    const manifest = { ...this.#manifest, ...change };
    guard(this.#dir, () => {
      writeManifest(this.#database, manifest);
    });
    this.#manifest = manifest;
  }

  /** The vectors that some indexed passage of this content already has. */
  vectorsOf(content: string): PassageVectors | undefined {
    return guard(this.#dir, () => this.#vectorsOf(content));
  }

  #vectorsOf(content: string): PassageVectors | undefined {
    const sql = "SELECT id, vector, tokens FROM passages WHERE content = ? LIMIT 1";
    const found = this.#database.prepare(sql).get(content);
    if (found === undefined) return undefined;
    const { id, vector, tokens } = found as { id: number; vector: Buffer; tokens: Buffer };
    const { dimensions } = this.#manifest;
    const sentences = this.#database
      .prepare("SELECT tokens FROM sentences WHERE passage = ? ORDER BY ordinal")
      .all(id) as { tokens: Buffer }[];
    return {
      whole: fromBlob(vector),
      headline: tokensFromBlob(tokens, dimensions),
      sentences: sentences.map((row) => tokensFromBlob(row.tokens, dimensions)),
    };
  }

  #change(work: () => void): void {
    const manifest = { ...this.#manifest, generation: this.#manifest.generation + 1 };
    guard(this.#dir, () => {
      this.#database
        .transaction(() => {
          work();
          writeManifest(this.#database, manifest);
        })
        .immediate();
    });
    this.#manifest = manifest;
  }

  #deleteFile(file: string): void {
    this.#deleteTerms("articles.file = ?", file);
    this.#run("DELETE FROM files WHERE file = ?", file);
  }

  /** Terms have no foreign key; lines, articles, passages and sentences go by theirs. */
  #deleteTerms(condition: "articles.file = ?" | "articles.id = ?", value: string): void {
    this.#run(
      `DELETE FROM terms WHERE rowid IN (SELECT passages.id FROM passages
         JOIN articles ON articles.id = passages.article WHERE ${condition})`,
      value,
    );
  }

  #insertArticle(file: string, ordinal: number, { article }: PreparedArticle): void {
    // An id that moved here from another file which has not been written yet in this run.
    this.#deleteTerms("articles.id = ?", article.id);
    this.#run("DELETE FROM articles WHERE id = ?", article.id);
    const sql = "INSERT INTO articles (id, file, ordinal, date, article) VALUES (?, ?, ?, ?, ?)";
    const date = article.source.date ?? null;
    this.#run(sql, article.id, file, ordinal, date, JSON.stringify(article));
  }

  #insertPassage(
    { article }: PreparedArticle,
    passage: PreparedPassage,
    vectors: ReadonlyMap<string, PassageVectors>,
  ): void {
    const made = vectors.get(passage.content);
    if (!made) throw new Error(`no vectors for a passage of ${passage.articleId}`);
    const { lastInsertRowid: id } = this.#run(
      `INSERT INTO passages (article, start, "end", content, vector, tokens) VALUES (?, ?, ?, ?, ?, ?)`,
      ...[article.id, passage.start, passage.end, passage.content],
      ...[toBlob(made.whole), tokensToBlob(made.headline)],
    );
    const body = article.text.slice(passage.start, passage.end);
    const sql = "INSERT INTO terms (rowid, headline, body) VALUES (?, ?, ?)";
    this.#run(sql, id, termsOf(article.headline).join(" "), termsOf(body).join(" "));
    for (const [ordinal, { start, end }] of passage.sentences.entries()) {
      const tokens = tokensToBlob(made.sentences[ordinal] ?? NO_TOKENS);
      const insert = `INSERT INTO sentences (passage, ordinal, start, "end", tokens) VALUES (?, ?, ?, ?, ?)`;
      this.#run(insert, id, ordinal, start, end, tokens);
    }
  }

  #run(sql: string, ...values: (string | number | bigint | Buffer | null)[]) {
    return this.#database.prepare(sql).run(...values);
  }
}
