import { listCorpus, type CorpusListing } from "../corpus/list-corpus.ts";
import { readImprints } from "../corpus/imprints.ts";
import { misfitIn, readCorpusFile } from "../corpus/read-corpus-file.ts";
import { UserError } from "../errors.ts";
import { countsOf, filesOf, type IndexCounts, type IndexedFile } from "./contents.ts";
import { deleteIndex, guard, openForWriting, type Database } from "./database.ts";
import { embedMissing } from "./embed-missing.ts";
import type { Models } from "../embedding/local-models.ts";
import { deleteOldHnsw, saveHnsw } from "./hnsw-file.ts";
import { IndexWriter } from "./index-writer.ts";
import { checkManifest, newManifest, readManifest } from "./manifest.ts";
import { hashOf, prepareFile, type PreparedFile } from "./prepare-file.ts";

export interface UpdateOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  /** The embedder is loaded only when something has to be embedded. */
  readonly models: Pick<Models, "fingerprint" | "loadEmbedder">;
  /** `rebuild` throws the old index away first; `update`, the default, keeps what has not changed. */
  readonly mode?: "update" | "rebuild";
  /** Called after each step with passages embedded so far, of all that have to be. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** What a run did, and what the index holds after it. */
export interface IndexReport extends IndexCounts {
  /** Passages that went through the model in this run. */
  readonly embedded: number;
  /** Files written in this run because they were new or had changed. */
  readonly changed: readonly string[];
  /** Files that are no longer in the corpus. */
  readonly removed: readonly string[];
  /** Files of formats that this version cannot read. */
  readonly ignored: readonly string[];
  /** A sentence for each file that could not be used; what was indexed of it before stays. */
  readonly problems: readonly string[];
  /** A sentence for each correction that no longer fits its page; the program's cut is used instead. */
  readonly misfits: readonly string[];
}

/**
 * Brings the index up to date with the corpus: only what changed is cut and embedded again, one
 * transaction a file. Throws `UserError` when corpus, model or index folder cannot be used, or when
 * nothing of the corpus can.
 */
export async function updateIndex(options: UpdateOptions): Promise<IndexReport> {
  const listing = await listCorpus(options.corpusDir);
  if (options.mode === "rebuild") deleteIndex(options.indexDir);
  const database = openForWriting(options.indexDir);
  try {
    return await update(database, listing, options);
  } finally {
    database.close();
  }
}

async function update(
  database: Database,
  listing: CorpusListing,
  options: UpdateOptions,
): Promise<IndexReport> {
  const { indexDir, models } = options;
  const manifest = guard(indexDir, () => readManifest(database, indexDir));
  if (manifest) checkManifest(manifest, models.fingerprint, indexDir);
  const known = guard(indexDir, () => filesOf(database));
  const { prepared, problems, misfits } = await prepareChanged(listing, known, options);
  if (prepared.length === 0 && known.size === 0) throw new UserError(problems.join("\n"));

  const start = manifest ?? newManifest(await models.loadEmbedder());
  const writer = new IndexWriter(database, start, indexDir);
  const embedded = await writeAll(writer, prepared, options);
  // Behind the new ones: a file under another name finds its vectors still there.
  const removed = [...known.keys()].filter((file) => !listing.files.includes(file));
  for (const file of removed) writer.removeFile(file);
  finish(database, writer, indexDir);
  return {
    ...guard(indexDir, () => countsOf(database)),
    embedded,
    changed: prepared.map(({ file }) => file),
    removed,
    ignored: listing.ignored,
    problems,
    misfits,
  };
}

interface Changes {
  readonly prepared: readonly PreparedFile[];
  readonly problems: readonly string[];
  readonly misfits: readonly string[];
}

/** Reads every file and cuts those that are new or have changed; one bad file does not stop the others. */
async function prepareChanged(
  listing: CorpusListing,
  known: ReadonlyMap<string, IndexedFile>,
  { corpusDir }: UpdateOptions,
): Promise<Changes> {
  const imprintOf = await readImprints(corpusDir);
  const changed: PreparedFile[] = [];
  const prepared: PreparedFile[] = [];
  const problems: string[] = [];
  const misfits: string[] = [];
  const owners = new Map<string, string>();
  for (const file of listing.files) {
    const before = known.get(file);
    await noting(problems, async () => {
      const source = await readCorpusFile(corpusDir, file, imprintOf(file));
      if (before?.hash !== hashOf(source)) changed.push(prepareFile(source));
      // Said in every run, not only in the one in which the page has changed.
      misfits.push(...misfitIn(source));
    });
    // A file that stays as it was keeps its ids, whichever file wants one of them now.
    if (changed.at(-1)?.file !== file) claimIds(file, before?.ids ?? [], owners);
  }
  for (const file of changed) {
    await noting(problems, () => {
      const ids = file.articles.map(({ article }) => article.id);
      claimIds(file.file, ids, owners);
      prepared.push(file);
    });
  }
  return { prepared, problems, misfits };
}

async function noting(problems: string[], work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(error.message);
  }
}

/** An article id belongs to one file. Throws `UserError` when another file has it already. */
function claimIds(file: string, ids: readonly string[], owners: Map<string, string>): void {
  const taken = ids.find((id) => owners.has(id));
  if (taken !== undefined) {
    throw new UserError(
      `Expected every article id once, got '${taken}' in '${file}' and in '${owners.get(taken) ?? ""}'. Give one of them another id.`,
    );
  }
  for (const id of ids) owners.set(id, file);
}

/** Embeds and writes file by file, so that an interruption costs at most one. Gives the number embedded. */
async function writeAll(
  writer: IndexWriter,
  prepared: readonly PreparedFile[],
  { models, onProgress }: UpdateOptions,
): Promise<number> {
  const total = prepared.flatMap(({ articles }) =>
    articles.flatMap(({ passages }) => passages),
  ).length;
  let done = 0;
  let embedded = 0;
  for (const file of prepared) {
    const passages = file.articles.flatMap((article) => article.passages);
    const made = await embedMissing(passages, writer, models.loadEmbedder, (count) => {
      onProgress?.({ done: done + count, total });
    });
    writer.replaceFile(file, made.vectors);
    done += passages.length;
    embedded += made.embedded;
    onProgress?.({ done, total });
  }
  return embedded;
}

function finish(database: Database, writer: IndexWriter, dir: string): void {
  const { manifest } = writer;
  if (manifest.complete && manifest.hnsw?.generation === manifest.generation) return;
  const hnsw = saveHnsw(database, manifest, dir);
  writer.amend({ complete: true, hnsw });
  guard(dir, () => {
    deleteOldHnsw(writer.manifest, dir);
  });
}
