import { inspect } from "node:util";
import { Api, HttpError } from "grammy";
import { expect, test } from "vitest";
import { makePatient } from "../../../src/surfaces/telegram/patient-api.ts";
import { BotApiServer } from "../../helpers/bot-api-server.ts";
import { LogRecorder } from "./bot-under-test.ts";

test("not even printing a failed request in depth shows the token", async () => {
  const server = await new BotApiServer().listen();
  const { token, url: apiRoot } = server;
  await server.close();
  const bare = new Api(token, { apiRoot });
  const leak: unknown = await bare.getMe().catch((error: unknown) => error);
  // The trap that this guards against; when grammY mends it, this line says so.
  expect(inspect(leak, { depth: 9 })).toContain(token);

  const api = new Api(token, { apiRoot });
  makePatient(api, { token, logger: new LogRecorder(), stopping: new AbortController().signal });
  const error: unknown = await api.getMe().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(HttpError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token);
  expect(String(error)).toContain("ECONNREFUSED");
});
