import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Logger } from "pino";
import { codeOf, messageOf, UserError } from "../../errors.ts";

/** Where the web reader listens; port 0 takes any that is free. */
export interface WebServerSettings {
  readonly host: string;
  readonly port: number;
}

/** A web reader that takes requests until it is stopped. */
export interface RunningServer {
  readonly url: string;
  /** Takes no more connections, lets the requests in hand finish, and ends after 5 s at the latest. */
  readonly stop: () => Promise<void>;
}

/** Opens the port. Throws `UserError` where that is for the operator to mend. */
export async function startWebServer(
  settings: WebServerSettings,
  app: Pick<Hono, "fetch">,
  logger: Pick<Logger, "error">,
): Promise<RunningServer> {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer(timeouts, (request, response) => void listener(request, response));
  await listen(server, settings);
  server.on("error", (error) => {
    logger.error(`The web server met an error: ${messageOf(error)}`);
  });
  let stopped: Promise<void> | undefined;
  return { url: urlOf(server, settings.host), stop: () => (stopped ??= stop(server)) };
}

// A request is a page of text at most; who needs longer is holding the connection on purpose.
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };

async function listen(server: Server, { host, port }: WebServerSettings): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const message = listenMessage(codeOf(error), host, port);
    throw message === undefined ? error : new UserError(message, { cause: error });
  }
}

function listenMessage(code: string | undefined, host: string, port: number): string | undefined {
  switch (code) {
    case "EADDRINUSE":
      return `PORT ${port} is in use on '${host}'. Stop the program that uses it or set PORT to another number.`;
    case "EACCES":
      return `PORT ${port} is forbidden to this user. Set PORT to a number above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST '${host}' is no address of this machine. Set HOST to one, such as 127.0.0.1 or 0.0.0.0.`;
    case undefined:
    default:
      return undefined;
  }
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

// Under the 10 s that `docker stop` waits, with time left for the rest of the program.
const graceMs = 5_000;
// A connection turns idle after its last response; Node closes only those idle at the time of asking.
const idleCheckMs = 50;

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const idleCheck = setInterval(() => {
    server.closeIdleConnections();
  }, idleCheckMs);
  const end = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  await closed;
  clearInterval(idleCheck);
  clearTimeout(end);
}
