import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";

/** What receiving by webhook needs. */
export interface Webhook {
  /** The path that Telegram posts to. */
  readonly path: string;
  /** What Telegram sends along to prove that it is Telegram. */
  readonly secret: string;
  /** Must have the update on disk when it returns: then Telegram is told that it was received. */
  readonly store: (updates: readonly Update[]) => unknown;
}

/** Telegram's own updates are smaller; anything larger is not from Telegram. */
const LARGEST_BODY = 1024 * 1024;

/** Only the number is needed to keep an update; what it holds is looked at when it is handled. */
const updateSchema = z.looseObject({ update_id: z.number().int().nonnegative() });

/** Takes the updates that Telegram posts: 200 once one is stored, before anything is done about it. */
export function createWebhook({ path, secret, store }: Webhook): Hono {
  const app = new Hono();
  // As a route, `:` and `*` in it would match other paths, and what is percent-encoded none.
  const here =
    (handle: MiddlewareHandler): MiddlewareHandler =>
    (c, next) =>
      new URL(c.req.url).pathname === path ? handle(c, next) : next();
  const checkSecret: MiddlewareHandler = async (c, next) => {
    const given = c.req.header("X-Telegram-Bot-Api-Secret-Token") ?? "";
    return isEqual(given, secret) ? next() : c.body(null, 401);
  };
  const keep: MiddlewareHandler = async (c) => {
    const parsed = updateSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return c.body(null, 400);
    store([parsed.data]);
    return c.body(null, 200);
  };
  // Answered here: thrown, it would be a failure to the app that this one is part of.
  const tooLarge = (c: Context): Response => c.body(null, 413);
  const limit = bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge });
  app.post("*", here(checkSecret), here(limit), here(keep));
  return app;
}

/** In a time that tells nothing about how much of it was right. */
function isEqual(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
