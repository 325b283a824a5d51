import { pino, type Logger } from "pino";
import type { Newspaper } from "./answer/newspaper.ts";
import type { Config } from "./config.ts";
import type { OpenNewspaper } from "./surfaces/cli/services.ts";
import { runBot } from "./surfaces/telegram/run-bot.ts";
import { createCountedAsk } from "./surfaces/web/counted-ask.ts";
import { createMetrics, type Metrics } from "./surfaces/web/metrics.ts";
import { startWebServer } from "./surfaces/web/start-web-server.ts";
import { createWebApp } from "./surfaces/web/web-app.ts";

/**
 * Runs the web reader and, with a token, the bot, until the signal; then lets both finish what they
 * have in hand. Rejects when one of them cannot go on, after stopping the other. Neither end waits for
 * a newspaper that is still opening.
 */
export async function serve(
  config: Config,
  signal: AbortSignal,
  openNewspaper: () => Promise<OpenNewspaper>,
): Promise<void> {
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination({ dest: 2, sync: true }));
  const metrics = createMetrics();
  const stop = new AbortController();
  const stopping = AbortSignal.any([signal, stop.signal]);
  // The bot need not wait for the index to tell that its token is wrong.
  const opening = openNewspaper();
  const ended = untilAborted(stopping);
  const opened = Promise.race([opening, ended.then(() => Promise.reject(new Error("Stopped.")))]);
  const shared = { opened, logger, metrics, stopping };
  const surfaces = [runWeb, runTelegram].map((run) => untilEnd(run(config, shared), stopping));
  try {
    await Promise.all(surfaces);
  } finally {
    stop.abort();
    await Promise.allSettled(surfaces);
    // One that has opened is closed before this goes on; one that has not is closed when it has.
    await Promise.race([opening.then(close, () => undefined), ended]);
  }
}

/** What both surfaces share. */
interface Shared {
  /** Rejects when the end comes first. */
  readonly opened: Promise<OpenNewspaper>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly stopping: AbortSignal;
}

async function runWeb(config: Config, shared: Shared): Promise<void> {
  const { newspaper } = await shared.opened;
  if (shared.stopping.aborted) return;
  const app = createWebApp({ newspaper, ...shared });
  const server = await startWebServer({ host: config.HOST, port: config.PORT }, app, shared.logger);
  shared.logger.info({ url: server.url }, "The web reader is open");
  await untilAborted(shared.stopping);
  await server.stop();
}

async function runTelegram(config: Config, shared: Shared): Promise<void> {
  const token = config.TELEGRAM_BOT_TOKEN;
  if (token === undefined) {
    shared.logger.info("No TELEGRAM_BOT_TOKEN is set: the web reader runs without the bot");
    return;
  }
  const settings = {
    token,
    apiRoot: config.TELEGRAM_API_ROOT,
    defaultLanguage: config.DEFAULT_LANGUAGE,
    ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
  };
  const newspaper = shared.opened.then((open) => counted(open.newspaper, shared.metrics));
  const bot = await runBot(settings, { newspaper, logger: shared.logger }, shared.stopping);
  await bot.done;
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

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => {
      resolve();
    });
  });
}

function close(open: OpenNewspaper): void {
  open.close();
}
