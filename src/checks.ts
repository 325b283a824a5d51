import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Article } from "./articles/article.ts";
import { checkCuts } from "./check-cuts.ts";
import type { Config } from "./config.ts";
import { listCorpus } from "./corpus/list-corpus.ts";
import { UserError } from "./errors.ts";
import type { Models } from "./embedding/local-models.ts";
import { SearchIndex } from "./indexing/search-index.ts";
import type { Check } from "./surfaces/cli/services.ts";
import { checkToken } from "./surfaces/telegram/wire/check-token.ts";

/** What `doctor` looks at, in the order in which things depend on each other. */
export function createChecks(config: Config, models: () => Promise<Models>): Check[] {
  return [
    { name: "node", run: checkNode },
    { name: "model", run: () => checkModel(models) },
    { name: "corpus", run: () => checkCorpus(config.CORPUS_DIR) },
    { name: "index", run: () => checkIndex(config.INDEX_DIR, models) },
    { name: "cuts", run: () => checkCuts(config.CORPUS_DIR, () => articlesIn(config, models)) },
    { name: "disk", run: () => checkDisk([config.INDEX_DIR, config.STATE_DIR]) },
    { name: "telegram", run: () => checkTelegram(config) },
  ];
}

/** The oldest Node that has everything we call: `process.loadEnvFile` came with it. */
const OLDEST_NODE = [20, 12] as const;

// The checks are asynchronous so that whatever they throw becomes a finding.
// eslint-disable-next-line @typescript-eslint/require-await
async function checkNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    throw new UserError(
      `Expected Node ${OLDEST_NODE.join(".")} or later, got ${process.version}. Install a newer one.`,
    );
  }
  return `${process.version} on ${process.platform} ${process.arch}`;
}

async function checkModel(models: () => Promise<Models>): Promise<string> {
  const { fingerprint, loadEmbedder, loadReader } = await models();
  const { dimensions } = await loadEmbedder();
  await loadReader();
  return `${fingerprint}, files unharmed, ${dimensions} dimensions; the reader loads`;
}

async function checkCorpus(dir: string): Promise<string> {
  const { files, ignored } = await listCorpus(dir);
  const others = ignored.length === 0 ? "" : `, ${ignored.length} of other formats left out`;
  return `${files.length} files in '${dir}'${others}`;
}

async function checkIndex(dir: string, models: () => Promise<Models>): Promise<string> {
  const index = SearchIndex.open(dir, (await models()).fingerprint);
  try {
    const { articles, passages } = index.counts;
    return `${articles} articles in ${passages} passages; vectors ${index.vectorsFrom}`;
  } finally {
    index.close();
  }
}

async function articlesIn(
  { INDEX_DIR }: Config,
  models: () => Promise<Models>,
): Promise<readonly Article[] | undefined> {
  if (!SearchIndex.isFinished(INDEX_DIR)) return undefined;
  const index = SearchIndex.open(INDEX_DIR, (await models()).fingerprint);
  try {
    return index.articles();
  } finally {
    index.close();
  }
}

/** An index of 100,000 articles takes about this much (384 floats a passage and sentence). */
const LEAST_FREE_MB = 100;

// eslint-disable-next-line @typescript-eslint/require-await
async function checkDisk(dirs: readonly string[]): Promise<string> {
  const findings = dirs.map((dir) => {
    const place = nearestFolder(dir);
    try {
      accessSync(place, constants.W_OK);
    } catch (cause) {
      throw new UserError(`'${dir}' cannot be written. Check its permissions, or set another.`, {
        cause,
      });
    }
    const { bavail, bsize } = statfsSync(place);
    const free = Math.floor((bavail * bsize) / 1024 ** 2);
    if (free < LEAST_FREE_MB) {
      throw new UserError(
        `Expected ${LEAST_FREE_MB} MB of free space for '${dir}', got ${free} MB. Free some.`,
      );
    }
    return `${free} MB free for '${dir}'`;
  });
  return findings.join(", ");
}

/** The folder itself, or the closest one above it that exists. */
function nearestFolder(dir: string): string {
  const path = resolve(dir);
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

async function checkTelegram(config: Config): Promise<string> {
  if (config.TELEGRAM_BOT_TOKEN === undefined) {
    return "no TELEGRAM_BOT_TOKEN: `serve` opens the web reader only";
  }
  const username = await checkToken(config.TELEGRAM_BOT_TOKEN, config.TELEGRAM_API_ROOT);
  return `the token is @${username}'s`;
}
