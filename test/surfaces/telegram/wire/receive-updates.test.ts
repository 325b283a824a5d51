import { Api } from "grammy";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { receiveUpdates } from "../../../../src/surfaces/telegram/wire/receive-updates.ts";
import { BotApiServer } from "../../../helpers/bot-api-server.ts";
import { LogRecorder, message } from "../bot-under-test.ts";
import { until } from "../inbox/inbox-under-test.ts";

let server: BotApiServer;
let log: LogRecorder;
let stop: AbortController;
/** Updates that were stored, and which were confirmed by then. */
let stored: number[];
let confirmedBelow: number[];

beforeEach(async () => {
  server = await new BotApiServer().listen();
  log = new LogRecorder();
  stop = new AbortController();
  stored = [];
  confirmedBelow = [];
});

afterEach(async () => {
  stop.abort();
  await server.close();
});

const INTERNAL = { code: 500, description: "Internal Server Error" };
const REVOKED = { code: 401, description: "Unauthorized" };
const CONFLICT = { code: 409, description: "Conflict: terminated by other getUpdates request" };

describe("an update", () => {
  test("is stored before Telegram hears that it was received", async () => {
    void start();
    const first = server.push(message("一"));
    const second = server.push(message("二"));
    await server.waitFor(() => server.confirmedBelow === second + 1);
    expect(stored).toEqual([first, second]);
    for (const [index, id] of stored.entries()) {
      expect(confirmedBelow[index]).toBeLessThanOrEqual(id);
    }
  });

  test("that cannot be stored ends the receiving with the reason, and is delivered again", async () => {
    const full = new Error("database or disk is full");
    const receiving = start(() => {
      throw full;
    });
    const update = server.push(message("一"));
    await expect(receiving).rejects.toBe(full);
    expect(server.unconfirmed).toEqual([update]);
  });

  test("comes in a batch with others when several wait, and of the kinds that the bot answers", async () => {
    const ids = [
      server.push(message("一")),
      server.push(message("二")),
      server.push(message("三")),
    ];
    void start();
    await server.waitFor(() => server.callsOf("getUpdates").length === 2);
    expect(stored).toEqual(ids);
    expect(server.callsOf("getUpdates")[0]?.payload["allowed_updates"]).toEqual([
      ...["message", "edited_message", "callback_query", "inline_query", "my_chat_member"],
    ]);
  });

  test("with a lower number than the last is received too, after a poll without any", async () => {
    void start();
    const update = server.push(message("一"));
    await server.waitFor(() => server.confirmedBelow === update + 1);
    server.endPoll();
    await server.waitFor(() => offsets().length === 3);
    expect(offsets()).toEqual([0, update + 1, 0]);
    server.push({ ...message("一周以后"), update_id: 7 });
    await server.waitFor(() => server.confirmedBelow === update + 1 && offsets().at(-1) === 8);
    expect(stored).toEqual([update, 7]);
  });
});

describe("a bad line", () => {
  test("a dropped poll and a server error are told once, and updates still come", async () => {
    server.fail("getUpdates", "drop", INTERNAL);
    void start();
    server.push(message("一"));
    server.push(message("二"));
    await server.waitFor(() => stored.length === 2);
    expect(log.of("warn")).toHaveLength(1);
    expect(log.of("warn")[0]).toContain("A call to Telegram failed; trying again");
    expect(log.lines.filter((line) => line.includes("answers again"))).toHaveLength(1);
  });

  test("a confirmation that is lost on the way is made again", async () => {
    void start();
    await server.waitFor(() => offsets().length === 1);
    server.fail("getUpdates", "drop");
    const update = server.push(message("一"));
    await server.waitFor(() => server.confirmedBelow === update + 1);
    expect(stored).toEqual([update]);
    expect(offsets()).toEqual([0, update + 1, update + 1]);
  });
});

describe("a reason to end", () => {
  test("a stop ends a poll that is waiting, at once", async () => {
    const receiving = start();
    await server.waitFor(() => offsets().length === 1);
    stop.abort();
    await expect(receiving).resolves.toBeUndefined();
  });

  test("a stop ends the wait for the network, at once", async () => {
    server.fail("getUpdates", "drop", "drop", "drop", "drop", "drop");
    const receiving = start();
    await until(() => log.of("warn").length === 1);
    stop.abort();
    await expect(receiving).resolves.toBeUndefined();
    expect(offsets()).toHaveLength(1);
  });

  test("a revoked token ends it with what to do", async () => {
    server.fail("getUpdates", REVOKED);
    const receiving = start();
    await expect(receiving).rejects.toThrow(
      new UserError(
        `TELEGRAM_BOT_TOKEN was refused by ${server.url}. Copy it again from @BotFather.`,
      ),
    );
    await expect(receiving).rejects.toBeInstanceOf(UserError);
  });

  test("another program that keeps polling ends it, and is named as the reason", async () => {
    server.fail("getUpdates", CONFLICT, CONFLICT, CONFLICT);
    const receiving = start();
    await expect(receiving).rejects.toThrow(/^Another program is reading this bot's messages/);
    await expect(receiving).rejects.toBeInstanceOf(UserError);
  });

  test("another program that polls once does not", async () => {
    void start();
    await server.waitFor(() => offsets().length === 1);
    await fetch(`${server.url}/bot${server.token}/getUpdates`);
    await server.waitFor(() => log.of("warn").length === 1);
    const update = server.push(message("一"));
    await server.waitFor(() => stored.length === 1);
    expect(stored).toEqual([update]);
  });
});

function start(store: (updates: readonly Update[]) => unknown = keep): Promise<void> {
  const { token, url: apiRoot } = server;
  const api = new Api(token, { apiRoot });
  return receiveUpdates(api, { apiRoot, logger: log, stopping: stop.signal, store });
}

function keep(updates: readonly Update[]): void {
  for (const { update_id: id } of updates) {
    stored.push(id);
    confirmedBelow.push(server.confirmedBelow);
  }
}

function offsets(): number[] {
  return server.callsOf("getUpdates").map(({ payload }) => Number(payload["offset"]));
}
