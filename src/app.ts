import type { Config } from "./config.ts";
import type { Models } from "./embedding/local-models.ts";
import { once } from "./embedding/once.ts";
import type { OpenNewspaper, Services } from "./surfaces/cli/services.ts";

/**
 * Wires the rooms together for the settings of this run. A room is imported when a command needs it:
 * models, languages and bot take seconds to load, and `--help` should not. `version` is this program's.
 */
export function createApp(config: Config, version = "unknown"): Services {
  const models = once(() => openModels(config));
  return {
    updateIndex: async ({ corpusDir, indexDir, ...request }) => {
      const { updateIndex } = await import("./indexing/update-index.ts");
      return updateIndex({
        ...request,
        corpusDir: corpusDir ?? config.CORPUS_DIR,
        indexDir: indexDir ?? config.INDEX_DIR,
        models: await models(),
      });
    },
    hasIndex: async () => {
      const { SearchIndex } = await import("./indexing/search-index.ts");
      return SearchIndex.isFinished(config.INDEX_DIR);
    },
    open: async () => open(config, await models()),
    segment: async (path) => (await import("./segment.ts")).segmentFile(path),
    writeCorrection: async (path) => (await import("./segment.ts")).writeCorrectionOf(path),
    serve: async (signal, index) => {
      const { serve } = await import("./serve.ts");
      await serve({ config, version }, signal, index);
    },
    checks: async () => {
      const { createChecks } = await import("./checks.ts");
      return createChecks(config, models);
    },
  };
}

async function openModels(config: Config): Promise<Models> {
  const { openModels: open } = await import("./embedding/local-models.ts");
  return open(config.EMBEDDING_MODEL);
}

async function open(config: Config, models: Models): Promise<OpenNewspaper> {
  const [{ SearchIndex }, { createRetriever }, { rerank }, { createNewspaper }] = await Promise.all(
    [
      import("./indexing/search-index.ts"),
      import("./search/retriever.ts"),
      import("./search/rerank.ts"),
      import("./answer/newspaper.ts"),
    ],
  );
  const index = SearchIndex.open(config.INDEX_DIR, models.fingerprint);
  const [embedder, reader] = await Promise.all([models.loadEmbedder(), models.loadReader()]);
  const retriever = createRetriever(index, embedder);
  const { PUBLIC_URL: publicUrl, ANSWER_THRESHOLD: threshold } = config;
  const parts = {
    ...{ retriever, reader },
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(threshold === undefined ? {} : { threshold }),
  };
  return {
    newspaper: createNewspaper(index, parts),
    retriever,
    readingRetriever: rerank(retriever, reader),
    close: () => {
      index.close();
    },
  };
}
