import { pino } from "pino";
import { expect, test } from "vitest";
import { withoutToken } from "../../../../src/surfaces/telegram/wire/redact-token.ts";
import { LogRecorder } from "../bot-under-test.ts";

const TOKEN = "123456:ABC-def_1";

test("no field and no message of a line keeps the token, plain or as in a URL", () => {
  const log = new LogRecorder();
  const safe = withoutToken(log, TOKEN);
  safe.error({ url: `/bot${TOKEN}/getMe`, n: 3 }, `failed: ${encodeURIComponent(TOKEN)} ${TOKEN}`);
  expect(log.lines).toEqual(['error failed: <token> <token> {"url":"/bot<token>/getMe","n":3}']);
});

test("a pino logger fits", () => {
  const lines: string[] = [];
  const logger = pino({ base: null, timestamp: false }, { write: (line) => lines.push(line) });
  withoutToken(logger, TOKEN).warn({ reason: TOKEN }, "Telegram cannot be reached");
  expect(lines.join("")).toBe(
    '{"level":40,"reason":"<token>","msg":"Telegram cannot be reached"}\n',
  );
});
