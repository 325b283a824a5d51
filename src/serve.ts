import { accessSync, constants } from "node:fs";
import { resolve } from "node:path";
import { pino, type Logger } from "pino";
import { addToCorpus } from "./add-to-corpus.ts";
import type { Newspaper } from "./answer/newspaper.ts";
import type { Config } from "./config.ts";
import { UserError, messageOf } from "./errors.ts";
import { makeFolder } from "./indexing/database.ts";
import { createLiveNewspaper, type LiveNewspaper } from "./live-newspaper.ts";
import type { ServedIndex } from "./surfaces/cli/services.ts";
import { openBotState, type BotState } from "./surfaces/telegram/bot-state.ts";
import type { Editing } from "./surfaces/telegram/talk/operating.ts";
import { runBot, type BotSettings } from "./surfaces/telegram/run-bot.ts";
import { createWebhook } from "./surfaces/telegram/wire/webhook.ts";
import { createCountedAsk } from "./surfaces/web/counted-ask.ts";
import { createMetrics, type Metrics } from "./surfaces/web/metrics.ts";
import { startWebServer } from "./surfaces/web/start-web-server.ts";
import { createWebApp } from "./surfaces/web/web-app.ts";

/** The settings of this run and what program it is. */
export interface Served {
  readonly config: Config;
  readonly version: string;
}

/**
 * Runs the web reader and, with a token, the bot, until the signal; then lets both finish what they
 * have in hand. Rejects when one of them cannot go on, after stopping the other. Neither end waits for
 * a newspaper that is still opening.
 */
export async function serve(
  { config, version }: Served,
  signal: AbortSignal,
  index: ServedIndex,
): Promise<void> {
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination({ dest: 2, sync: true }));
  const state =
    config.TELEGRAM_BOT_TOKEN === undefined
      ? undefined
      : openState(config.STATE_DIR, config.TELEGRAM_BOT_TOKEN, logger);
  const stop = new AbortController();
  const stopping = AbortSignal.any([signal, stop.signal]);
  // The bot need not wait for the index to tell that its token is wrong.
  const opening = openUpToDate(index);
  const ended = untilAborted(stopping);
  const opened = Promise.race([opening, ended.then(() => Promise.reject(new Error("Stopped.")))]);
  const shared = { opened, index, version, logger, metrics: createMetrics(), stopping };
  const surfaces = [
    runWeb(config, { ...shared, state }),
    state === undefined ? sayNoToken(logger) : runTelegram(config, { ...shared, state }),
  ].map((surface) => untilEnd(surface, stopping));
  try {
    await Promise.all(surfaces);
  } finally {
    stop.abort();
    await Promise.allSettled(surfaces);
    state?.close();
    // One that has opened is closed before this goes on; one that has not is closed when it has.
    await Promise.race([opening.then(close, () => undefined), ended]);
  }
}

/** What both surfaces share. */
interface Shared {
  /** Rejects when the end comes first. */
  readonly opened: Promise<LiveNewspaper>;
  readonly index: ServedIndex;
  readonly version: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly stopping: AbortSignal;
}

async function openUpToDate(index: ServedIndex): Promise<LiveNewspaper> {
  await index.update();
  return createLiveNewspaper(await index.open());
}

async function runWeb(
  config: Config,
  shared: Shared & { readonly state: BotState | undefined },
): Promise<void> {
  const { newspaper } = await shared.opened;
  if (shared.stopping.aborted) return;
  const webhook = webhookOf(config, shared.state);
  const app = createWebApp({ newspaper, ...shared, ...(webhook === undefined ? {} : { webhook }) });
  const server = await startWebServer({ host: config.HOST, port: config.PORT }, app, shared.logger);
  shared.logger.info({ url: server.url }, "The web reader is open");
  await untilAborted(shared.stopping);
  await server.stop();
}

function webhookOf(
  { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret }: Config,
  state: BotState | undefined,
): ReturnType<typeof createWebhook> | undefined {
  if (url === undefined || secret === undefined || state === undefined) return undefined;
  const path = new URL(url).pathname;
  return createWebhook({ path, secret, store: (updates) => state.inbox.store(updates) });
}

function sayNoToken(logger: Logger): Promise<void> {
  logger.info("No TELEGRAM_BOT_TOKEN is set: the web reader runs without the bot");
  return Promise.resolve();
}

async function runTelegram(
  config: Config,
  { opened, index, state, version, ...shared }: Shared & { readonly state: BotState },
): Promise<void> {
  const { logger, metrics, stopping } = shared;
  const newspaper = opened.then((live) => counted(live.newspaper, metrics));
  const editing = editingOf(config.CORPUS_DIR, opened, index);
  metrics.watchInbox(state.inbox);
  const onFailedCall = metrics.countFailedCall;
  const dependencies = { newspaper, state, editing, version, logger, onFailedCall };
  const bot = await runBot(botSettings(config), dependencies, stopping);
  await bot.done;
}

/** What operators do to the paper, one after the other; the newspaper in use goes on with what came of it. */
function editingOf(corpusDir: string, opened: Promise<LiveNewspaper>, index: ServedIndex): Editing {
  let last: Promise<unknown> = opened;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const update = async () => {
    const summary = await index.update();
    const { newspaper, replace } = await opened;
    replace(await index.open());
    const articlesOf = (file: string): number =>
      newspaper.articles().filter(({ source }) => source.file === file).length;
    return { ...summary, articlesOf };
  };
  return {
    reindex: () => inTurn(update),
    add: (name, bytes) => inTurn(() => addToCorpus(corpusDir, { name, bytes }, update)),
  };
}

function botSettings(config: Config): BotSettings {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = config;
  return {
    token: config.TELEGRAM_BOT_TOKEN ?? "",
    apiRoot: config.TELEGRAM_API_ROOT,
    defaultLanguage: config.DEFAULT_LANGUAGE,
    operators: config.ADMIN_IDS,
    ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
    ...(url === undefined || secret === undefined ? {} : { webhook: { url, secret } }),
  };
}

/**
 * Opens what must never be lost, in a folder for each bot: what was asked of one is not answered by another.
 * The folder is made when it is not there. Throws `UserError`.
 */
function openState(stateDir: string, token: string, logger: Logger): BotState {
  try {
    // A bot's id stands before the colon of its token.
    const folder = resolve(stateDir, `bot-${token.split(":")[0] ?? ""}`);
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return openBotState(folder, logger);
  } catch (cause) {
    throw new UserError(
      `Expected a folder for questions in STATE_DIR '${stateDir}', got: ${messageOf(cause)}. Make it writable or name another.`,
      { cause },
    );
  }
}

// Ending while a surface still waits for network or newspaper is an end like any other.
async function untilEnd(surface: Promise<void>, stopping: AbortSignal): Promise<void> {
  try {
    await surface;
  } catch (error) {
    if (!stopping.aborted) throw error;
  }
}

function counted(newspaper: Newspaper, metrics: Metrics): Newspaper {
  return { ...newspaper, ask: createCountedAsk(newspaper, metrics, "telegram") };
}

function close(live: LiveNewspaper): void {
  live.close();
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve_) => {
    signal.addEventListener("abort", () => {
      resolve_();
    });
  });
}
