import type { Embedder, PassageVectors } from "../embedding/embedder.ts";
import type { IndexWriter } from "./index-writer.ts";
import type { PreparedPassage } from "./prepare-file.ts";

/** Vectors by content, and how many passages the model had to read for them. */
export interface MadeVectors {
  readonly vectors: ReadonlyMap<string, PassageVectors>;
  readonly embedded: number;
}

/** The vectors of passages: taken from the index where it has the same content, made where it has not. */
export async function embedMissing(
  passages: readonly PreparedPassage[],
  writer: IndexWriter,
  loadEmbedder: () => Promise<Embedder>,
  onProgress: (done: number) => void,
): Promise<MadeVectors> {
  const vectors = new Map<string, PassageVectors>();
  const missing = new Map<string, PreparedPassage>();
  for (const passage of passages) {
    const known = writer.vectorsOf(passage.content);
    if (known) vectors.set(passage.content, known);
    else missing.set(passage.content, passage);
  }
  const kept = passages.length - missing.size;
  const queue = [...missing.values()];
  for (let i = 0; i < queue.length; i += BATCH) {
    const batch = queue.slice(i, i + BATCH);
    const embedder = await loadEmbedder();
    const made = await embedder.embedPassages(batch.map(({ input }) => input));
    for (const [j, { content }] of batch.entries()) {
      const vector = made[j];
      if (vector) vectors.set(content, vector);
    }
    onProgress(kept + i + batch.length);
  }
  return { vectors, embedded: missing.size };
}

/** Passages between two steps of the progress bar: about a third of a second on two cores. */
const BATCH = 4;
