import { inspect } from "node:util";
import { Api, HttpError } from "grammy";
import { expect, test } from "vitest";
import { makePatient } from "../../../../src/surfaces/telegram/wire/patient-api.ts";
import { BotApiServer } from "../../../helpers/bot-api-server.ts";
import { LogRecorder } from "../bot-under-test.ts";
import { openInbox } from "../inbox/inbox-under-test.ts";

test("not even printing a failed request in depth shows the token", async () => {
  const server = await new BotApiServer().listen();
  const { token, url: apiRoot } = server;
  await server.close();
  const bare = new Api(token, { apiRoot });
  const leak: unknown = await bare.getMe().catch((error: unknown) => error);
  // The trap that this guards against; when grammY mends it, this line says so.
  expect(inspect(leak, { depth: 9 })).toContain(token);

  const api = new Api(token, { apiRoot });
  const stopping = new AbortController().signal;
  makePatient(api, { token, inbox: openInbox(), logger: new LogRecorder(), stopping });
  const error: unknown = await api.getMe().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(HttpError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token);
  expect(String(error)).toContain("ECONNREFUSED");
});
