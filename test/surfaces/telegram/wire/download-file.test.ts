import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
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

  test("gives bytes as they are, from below the token", async () => {
    const sent = Uint8Array.from({ length: 256 }, (_, i) => i);
    const paths: (string | undefined)[] = [];
    const url = await serverThat((request, response) => {
      paths.push(request.url);
      response.end(sent);
    });
    expect(await downloadFrom(url, TOKEN)("documents/版 1#?.txt")).toEqual(sent);
    expect(paths).toEqual([`/file/bot${TOKEN}/documents/${encodeURIComponent("版 1#?.txt")}`]);
  });

  test.each<[string, RequestListener, string]>([
    [
      "a status",
      (_, response) => response.writeHead(403).end(),
      "Telegram gave status 403 for the file.",
    ],
    ["no answer", ({ socket }) => socket.destroy(), "Telegram could not be reached."],
    [
      "half a file",
      (_, response) => {
        breakOff(response);
      },
      "Telegram could not be reached.",
    ],
  ])("nothing of the error holds the token after %s", async (_, listener, message) => {
    const download = downloadFrom(await serverThat(listener), TOKEN);
    const error: unknown = await download("documents/f1").catch((it: unknown) => it);
    expect(error).toEqual(new Error(message));
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(TOKEN);
  });
});

const TOKEN = "4711:a-token_that-nobody-may-see";

/** The address of a server for one test. */
async function serverThat(listener: RequestListener): Promise<string> {
  const other = createServer(listener);
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
}

/** Sends the head and the beginning, and hangs up. */
function breakOff(response: Parameters<RequestListener>[1]): void {
  response.writeHead(200, { "Content-Length": 1000 });
  response.write("half", () => {
    response.destroy();
  });
}
