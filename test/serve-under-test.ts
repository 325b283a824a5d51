import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { parseConfig } from "../src/config.ts";
import { serve } from "../src/serve.ts";
import type { ServedIndex } from "../src/surfaces/cli/services.ts";
import { BotApiServer } from "./helpers/bot-api-server.ts";
import { temporaryFolder } from "./helpers/temporary-folder.ts";

/** Bot and web reader, with a Telegram of their own; they end with the test. */
export interface Service {
  readonly telegram: BotApiServer;
  readonly port: number;
  readonly stateDir: string;
  /** Rejects when the service cannot go on. */
  readonly serving: Promise<void>;
  readonly stop: () => Promise<void>;
  /** What the web reader answers. */
  readonly visit: (path: string, request?: RequestInit) => Promise<Response>;
}

/** What a test sets otherwise. */
export interface ServiceSetting {
  /** Of a service that ran before. */
  readonly telegram?: BotApiServer;
  /** Settings that need the port. */
  readonly settings?: (port: number) => Readonly<Record<string, string>>;
}

/** Starts a service on an index. */
export async function startService(
  index: ServedIndex,
  { telegram: given, settings = () => ({}) }: ServiceSetting = {},
): Promise<Service> {
  const telegram = given ?? (await openTelegram());
  const port = await freePort();
  const end = new AbortController();
  const config = parseConfig({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    PORT: String(port),
    STATE_DIR: temporaryFolder(),
    LOG_LEVEL: "silent",
    ...settings(port),
  });
  const serving = serve({ config, version: "0.0.0" }, end.signal, index);
  const stop = async (): Promise<void> => {
    end.abort();
    await serving;
  };
  onTestFinished(stop);
  const visit = (path: string, request: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set("Connection", "close");
    return fetch(`http://127.0.0.1:${port}${path}`, { ...request, headers });
  };
  return { telegram, port, stateDir: config.STATE_DIR, serving, stop, visit };
}

async function openTelegram(): Promise<BotApiServer> {
  const telegram = await new BotApiServer().listen();
  onTestFinished(() => telegram.close());
  return telegram;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
