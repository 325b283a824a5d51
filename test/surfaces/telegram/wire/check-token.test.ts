import { afterEach, beforeEach, expect, test } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { checkToken } from "../../../../src/surfaces/telegram/wire/check-token.ts";
import { BotApiServer } from "../../../helpers/bot-api-server.ts";

let server: BotApiServer;

beforeEach(async () => {
  server = await new BotApiServer().listen();
});

afterEach(() => server.close());

test("a good token gives the name of its bot", async () => {
  await expect(checkToken(server.token, server.url)).resolves.toBe("baowen_test_bot");
});

test("a wrong token is said to be refused", async () => {
  await expect(checkToken("99:wrong", server.url)).rejects.toThrow(
    /^TELEGRAM_BOT_TOKEN was refused/,
  );
});

test("a server that does not answer is named at once, with the reason and without the token", async () => {
  server.fail("getMe", "drop");
  const check = checkToken(server.token, server.url);
  await expect(check).rejects.toBeInstanceOf(UserError);
  await expect(check).rejects.toThrow(`Expected an answer from ${server.url}, got: `);
  await expect(check).rejects.not.toThrow(server.token);
});
