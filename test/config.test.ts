import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { VARIABLES, parseConfig } from "../src/config.ts";
import { UsageError } from "../src/errors.ts";

const MEND = "Mend or unset it; .env.example explains it.";

describe("parseConfig", () => {
  test("an empty environment gives every default", () => {
    expect(parseConfig({})).toEqual({
      TELEGRAM_API_ROOT: "https://api.telegram.org",
      ADMIN_IDS: [],
      HOST: "127.0.0.1",
      PORT: 8080,
      CORPUS_DIR: "corpus",
      INDEX_DIR: "index",
      STATE_DIR: "state",
      EMBEDDING_MODEL: "multilingual-e5-small",
      DEFAULT_LANGUAGE: "zh",
      LOG_LEVEL: "info",
    });
  });

  test("reads every setting of this version", () => {
    expect(
      parseConfig({
        TELEGRAM_BOT_TOKEN: "123:ab-C_d",
        TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
        ADMIN_IDS: "1, 22 ,333",
        ANSWER_THRESHOLD: "0.5",
        HOST: "0.0.0.0",
        PORT: "0",
        PUBLIC_URL: "https://paper.example/reader//",
        CORPUS_DIR: "pages",
        INDEX_DIR: "built",
        STATE_DIR: "kept",
        EMBEDDING_MODEL: "owner/model",
        DEFAULT_LANGUAGE: "en",
        LOG_LEVEL: "silent",
        PATH: "/bin",
      }),
    ).toEqual({
      TELEGRAM_BOT_TOKEN: "123:ab-C_d",
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081",
      ADMIN_IDS: [1, 22, 333],
      ANSWER_THRESHOLD: 0.5,
      HOST: "0.0.0.0",
      PORT: 0,
      PUBLIC_URL: "https://paper.example/reader",
      CORPUS_DIR: "pages",
      INDEX_DIR: "built",
      STATE_DIR: "kept",
      EMBEDDING_MODEL: "owner/model",
      DEFAULT_LANGUAGE: "en",
      LOG_LEVEL: "silent",
    });
  });

  test("an empty or blank variable counts as unset", () => {
    expect(parseConfig({ PORT: "", LOG_LEVEL: " ", LLM_MODEL: "", HOST: undefined })).toEqual(
      parseConfig({}),
    );
  });

  test("settings cannot be changed once they are read", () => {
    expect(Object.isFrozen(parseConfig({}))).toBe(true);
  });

  test.each([
    ["ANSWER_THRESHOLD", "18", "a number from 0 to 1"],
    ["ANSWER_THRESHOLD", "a lot", "a number from 0 to 1"],
    ["PORT", "70000", "a port from 0 to 65535"],
    ["PORT", "-1", "a port from 0 to 65535"],
    ["PORT", "80.5", "a port from 0 to 65535"],
    ["PORT", "http", "a port from 0 to 65535"],
    ["PUBLIC_URL", "paper.example", "an http or https URL"],
    ["TELEGRAM_API_ROOT", "ftp://paper.example", "an http or https URL"],
    ["ADMIN_IDS", "1,@editor", "Telegram user ids, digits separated by commas"],
    ["DEFAULT_LANGUAGE", "fr", "'zh' or 'en'"],
    ["LOG_LEVEL", "loud", "one of fatal, error, warn, info, debug, trace, silent"],
    ["LLM_MODEL", "x", "unset: this version does not know what to do with it"],
  ])("names %s and the value %j that it cannot take", (variable, value, expected) => {
    expect(() => parseConfig({ [variable]: value })).toThrow(
      new UsageError(`Expected ${variable} to be ${expected}, got '${value}'. ${MEND}`),
    );
  });

  test.each(["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "DATABASE_URL", "LLM_API_KEY"])(
    "never prints the value of %s",
    (variable) => {
      const refusal = refusalOf({ [variable]: "hush!" });
      expect(refusal).toContain(`Expected ${variable} to be `);
      expect(refusal).toContain("got another value.");
      expect(refusal).not.toContain("hush");
    },
  );

  test("a webhook needs a secret beside its address", () => {
    const url = "https://bot.example/telegram/x7Kq";
    expect(refusalOf({ TELEGRAM_WEBHOOK_URL: url })).toContain(
      "Expected TELEGRAM_WEBHOOK_SECRET to be set beside TELEGRAM_WEBHOOK_URL: 16 to 256 letters, digits, - and _, got nothing.",
    );
    const secret = "a-secret_of_16x1";
    const both = { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret };
    expect(parseConfig(both)).toMatchObject(both);
  });

  test.each(["x".repeat(15), "x".repeat(257), `${"x".repeat(16)}!`, "秘".repeat(16)])(
    "the secret of a webhook is 16 to 256 letters, digits, - and _: not %j",
    (secret) => {
      const refusal = refusalOf({ TELEGRAM_WEBHOOK_SECRET: secret });
      expect(refusal).toContain(
        "Expected TELEGRAM_WEBHOOK_SECRET to be 16 to 256 letters, digits, - and _, got another value.",
      );
      expect(refusal).not.toContain(secret);
    },
  );

  test.each(["x".repeat(16), "aZ09-_".repeat(42)])("takes the secret %j", (secret) => {
    const settings = { TELEGRAM_WEBHOOK_SECRET: secret };
    expect(parseConfig(settings)).toMatchObject(settings);
  });

  test.each(["bot.example/x", "ftp://bot.example/x"])("%s is no webhook", (url) => {
    expect(refusalOf({ TELEGRAM_WEBHOOK_URL: url })).toContain(
      "Expected TELEGRAM_WEBHOOK_URL to be",
    );
  });

  test("names every wrong variable, one a line", () => {
    expect(
      refusalOf({ PORT: "x", LOG_LEVEL: "y" })
        .split("\n")
        .map((line) => line.split(" ")[1]),
    ).toEqual(["PORT", "LOG_LEVEL"]);
  });
});

describe(".env.example", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const rows = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)];
  const offered = rows.map(([, name = "", value = ""]): [string, string] => [name, value]);
  const [, later = ""] = /^# Of later versions, refused until then: ([^.]+)\./m.exec(example) ?? [];
  const refused = later.split(/,[\s#]+/);

  test("names every setting, and no other", () => {
    const named = [...offered.map(([name]) => name), ...refused];
    expect(named.sort()).toEqual([...VARIABLES].sort());
  });

  test("shows the defaults", () => {
    expect(offered).not.toEqual([]);
    expect(parseConfig(Object.fromEntries(offered))).toEqual(parseConfig({}));
  });

  test("says right which settings this version refuses", () => {
    for (const name of refused) {
      expect(refusalOf({ [name]: "x" })).toContain(`Expected ${name} to be unset`);
    }
  });
});

function refusalOf(environment: Readonly<Record<string, string>>): string {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
  }
  return "not refused";
}
