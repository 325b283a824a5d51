import { z } from "zod";
import { UsageError } from "./errors.ts";

/** Every setting of a run; read once from the environment, then passed down. */
export type Config = Readonly<z.infer<typeof schema>>;

/**
 * Reads the settings from environment variables; an empty variable counts as unset.
 * Throws `UsageError` naming each variable that has a value it cannot take.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new UsageError(parsed.error.issues.map((issue) => describe(issue, given)).join("\n"));
}

const httpUrl = z
  .url({ protocol: /^https?$/, error: "an http or https URL" })
  .transform((url) => url.replace(/\/+$/, ""));

/** https://core.telegram.org/bots/api#setwebhook; the path is what nobody else should guess. */
const webhookUrl = z.url({
  protocol: /^https?$/,
  error:
    "the https URL at which Telegram reaches this bot, such as https://bot.example/telegram/x7Kq",
});

const adminIds = z
  .string()
  .regex(/^\d+(\s*,\s*\d+)*$/, "Telegram user ids, digits separated by commas")
  .transform((ids) => ids.split(",").map((id) => Number(id.trim())));

/** A setting of a later version: better refused than silently without effect. */
const notYet = z
  .never({ error: "unset: this version does not know what to do with it" })
  .optional();

const shape = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, "a token as @BotFather gives it, digits:letters")
    .optional(),
  TELEGRAM_API_ROOT: httpUrl.default("https://api.telegram.org"),
  TELEGRAM_WEBHOOK_URL: webhookUrl.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, "16 to 256 letters, digits, - and _")
    .optional(),
  ADMIN_IDS: adminIds.default([]),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number({ error: "a port from 0 to 65535" }).int().min(0).max(65_535).default(8080),
  PUBLIC_URL: httpUrl.optional(),
  CORPUS_DIR: z.string().default("corpus"),
  INDEX_DIR: z.string().default("index"),
  STATE_DIR: z.string().default("state"),
  EMBEDDING_MODEL: z.string().default("multilingual-e5-small"),
  ANSWER_THRESHOLD: z.coerce
    .number({ error: "a number from 0 to 1" })
    .min(0, "a number from 0 to 1")
    .max(1, "a number from 0 to 1")
    .optional(),
  DEFAULT_LANGUAGE: z.enum(["zh", "en"], { error: "'zh' or 'en'" }).default("zh"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "one of fatal, error, warn, info, debug, trace, silent",
    })
    .default("info"),
  DATABASE_URL: notYet,
  LLM_BASE_URL: notYet,
  LLM_API_KEY: notYet,
  LLM_MODEL: notYet,
};

const schema = z
  .object(shape)
  .refine(
    ({ TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret }) =>
      url === undefined || secret !== undefined,
    {
      path: ["TELEGRAM_WEBHOOK_SECRET"],
      error: "set beside TELEGRAM_WEBHOOK_URL: 16 to 256 letters, digits, - and _",
    },
  );

/** The names of all settings. */
export const VARIABLES: readonly string[] = Object.keys(shape);

/** Variables whose value must never be printed. */
const SECRETS = new Set([
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "DATABASE_URL",
  "LLM_API_KEY",
]);

function describe(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>) {
  const variable = String(issue.path[0]);
  const value = given[variable];
  const shown = SECRETS.has(variable) ? "another value" : `'${value ?? ""}'`;
  const came = value === undefined ? "nothing" : shown;
  return `Expected ${variable} to be ${issue.message}, got ${came}. Mend or unset it; .env.example explains it.`;
}
