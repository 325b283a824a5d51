import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { downloadFrom } from "../../../../src/surfaces/telegram/wire/download-file.ts";
import { BotApiServer } from "../../../helpers/bot-api-server.ts";

let server: BotApiServer;

beforeEach(async () => {
  server = await new BotApiServer().listen();
});

afterEach(() => server.close());

describe("downloadFrom", () => {
  test("gives the bytes of a file", async () => {
    server.files.set("f1", "本报讯");
    const bytes = await downloadFrom(server.url, server.token)("documents/f1");
    expect(Buffer.from(bytes).toString("utf8")).toBe("本报讯");
  });

  test("says what went wrong without the token, which stands in the address", async () => {
    const download = downloadFrom(server.url, server.token);
    await expect(download("documents/gone")).rejects.toThrow(
      new Error("Telegram gave status 404 for the file."),
    );
    await server.close();
    await expect(download("documents/f1")).rejects.toThrow(
      new Error("Telegram could not be reached."),
    );
    await server.listen();
  });
});
