import type { Reader } from "../embedding/reader.ts";
import type { Hit } from "./hit.ts";
import { AGREEMENT, readWindows } from "./read-windows.ts";
import { DEFAULT_LIMIT, type Retriever } from "./retriever.ts";
import { windowsOf } from "./windows.ts";

/**
 * A retriever that lets the reader read the best windows of what another one finds: each hit gets what the
 * reader thinks of its best window, those that it had no time for as much as the least of those it read.
 */
export function rerank(retriever: Retriever, reader: Reader): Retriever {
  return {
    search: async (text, limit = DEFAULT_LIMIT) => {
      const { query, hits } = await retriever.search(text, Math.max(limit, DEPTH));
      const read = await readWindows(query, windowsOf(hits), reader);
      const relevances = read.map(({ relevance }) => relevance);
      const least = Math.min(...relevances);
      const reread = hits.map((hit) => {
        const best = read.find((window) => window.hit === hit);
        return withReader(hit, best?.relevance ?? least);
      });
      return { query, hits: reread.sort((a, b) => b.score - a.score).slice(0, limit) };
    },
  };
}

/** Hits whose windows are looked at. */
const DEPTH = 12;

function withReader(hit: Hit, relevance: number): Hit {
  const reader = relevance / AGREEMENT;
  return { ...hit, score: hit.score + reader, parts: { ...hit.parts, reader } };
}
