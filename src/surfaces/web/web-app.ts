import { Hono, type Context, type MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Logger } from "pino";
import type { Newspaper } from "../../answer/newspaper.ts";
import { messageOf } from "../../errors.ts";
import { createApi } from "./api.ts";
import { createCountedAsk } from "./counted-ask.ts";
import { wordingFor } from "./interface-language.ts";
import { messagePage } from "./message-page.ts";
import type { Metrics } from "./metrics.ts";
import { createReaderPages } from "./reader-pages.ts";

/** What the web reader needs from the rest of the house. */
export interface WebDependencies {
  readonly newspaper: Newspaper;
  readonly metrics: Metrics;
  readonly logger: Pick<Logger, "error">;
  /** Where Telegram posts to, if it does. */
  readonly webhook?: Hono;
}

/** The web reader: pages for people, an API for programs, and what an operator watches. */
export function createWebApp({ newspaper, metrics, logger, webhook }: WebDependencies): Hono {
  const ask = createCountedAsk(newspaper, metrics, "web");
  const app = new Hono();
  app.use(secureHeaders(securityHeaders), cachingHeaders);
  if (webhook !== undefined) app.route("/", webhook);
  app.route("/", createReaderPages(newspaper, ask));
  app.route("/api", createApi(newspaper, ask));
  app.get("/healthz", (c) => c.json({ status: "ok", articles: newspaper.articles().length }));
  app.get("/metrics", async (c) =>
    c.body(await metrics.text(), 200, { "Content-Type": metrics.contentType }),
  );
  app.notFound((c) => nothingHere(c));
  app.onError((error, c) => {
    const { method, path } = c.req;
    logger.error({ method, path }, `A request failed: ${messageOf(error)}`);
    return somethingFailed(c);
  });
  return app;
}

const securityHeaders = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  // Whoever puts TLS in front decides on this; over plain HTTP it means nothing.
  strictTransportSecurity: false,
};

// An address speaks the language of whoever asks, and may hold what somebody asked.
const cachingHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Vary", "Accept-Language");
  c.header("Cache-Control", "private, no-cache");
};

function nothingHere(c: Context): Response | Promise<Response> {
  if (isForPrograms(c)) return c.json({ error: "Nothing is at this address." }, 404);
  const wording = wordingFor(c);
  const { unknownPlace: title, unknownPlaceHint: hint } = wording;
  return c.html(messagePage(wording, { title, hint }), 404);
}

function somethingFailed(c: Context): Response | Promise<Response> {
  if (isForPrograms(c)) return c.json({ error: "Something went wrong here." }, 500);
  const wording = wordingFor(c);
  const { failed: title, failedHint: hint } = wording;
  return c.html(messagePage(wording, { title, hint }), 500);
}

function isForPrograms(c: Context): boolean {
  return c.req.path.startsWith("/api/");
}
