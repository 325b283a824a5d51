import type { Hono } from "hono";
import { pino } from "pino";
import type { Newspaper } from "../../../src/answer/newspaper.ts";
import { createMetrics, type Metrics } from "../../../src/surfaces/web/metrics.ts";
import { createWebApp } from "../../../src/surfaces/web/web-app.ts";
import { createFakeNewspaper } from "./fake-newspaper.ts";
import { parseHtml, type HtmlElement } from "./parse-html.ts";

/** A web app over a fake newspaper, and the log it writes. */
export function createWebFixture(
  newspaper: Newspaper = createFakeNewspaper(),
  metrics: Metrics = sharedMetrics,
): {
  readonly app: Hono;
  readonly log: string[];
} {
  const log: string[] = [];
  const logger = pino({}, { write: (line: string) => void log.push(line) });
  return { app: createWebApp({ newspaper, metrics, logger }), log };
}

// The default figures watch the whole process: once is enough for tests that do not read them.
const sharedMetrics = createMetrics();

/** A page as a Chinese reader gets it, read strictly. */
export async function getPage(app: Hono, path: string, language = "zh-CN"): Promise<HtmlElement> {
  const response = await app.request(path, { headers: { "Accept-Language": language } });
  return parseHtml(await response.text());
}
