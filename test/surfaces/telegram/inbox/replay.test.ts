import { Api, GrammyError } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Postponed, type Inbox } from "../../../../src/surfaces/telegram/inbox/inbox.ts";
import { BotApiServer } from "../../../helpers/bot-api-server.ts";
import { gate, NEVER, openInbox, temporaryInbox, until, update, work } from "./inbox-under-test.ts";

let server: BotApiServer;
let file: string;

beforeEach(async () => {
  server = await new BotApiServer().listen();
  file = temporaryInbox();
});

afterEach(() => server.close());

describe("after a kill between two messages", () => {
  test("the first is not sent again, its result is given back, and the second is sent", async () => {
    const { inbox, api } = open();
    const ids: number[] = [];
    const killed = work(inbox, async () => {
      ids.push((await api.sendMessage(1001, "一")).message_id);
      await NEVER;
    });
    inbox.store([update(501)]);
    await until(() => ids.length === 1);
    killed.kill();

    const again = open();
    work(again.inbox, async () => {
      ids.push((await again.api.sendMessage(1001, "一")).message_id);
      ids.push((await again.api.sendMessage(1001, "二")).message_id);
    });
    await until(() => again.inbox.depth === 0);
    expect(texts()).toEqual(["一", "二"]);
    expect(ids).toEqual([9001, 9001, 9002]);
  });

  test("what another update has sent is no excuse", async () => {
    const { inbox, api } = open();
    work(inbox, async ({ update_id: id }) => {
      await api.sendMessage(1001, `${id}`);
    });
    inbox.store([update(501, 1), update(502, 2)]);
    await until(() => inbox.depth === 0);
    expect(texts().sort()).toEqual(["501", "502"]);
  });

  test("what the server took without our hearing of it is sent once more", async () => {
    const { inbox, api } = open();
    const killed = work(inbox, async () => {
      await api.sendMessage(1001, "一");
    });
    const { passed, open: answer } = gate();
    server.fail("sendMessage", { until: passed });
    inbox.store([update(501)]);
    await server.waitFor(() => server.callsOf("sendMessage").length === 1);
    killed.kill();
    answer();
    await server.waitForSent(1);

    const again = open();
    work(again.inbox, async () => {
      await again.api.sendMessage(1001, "一");
    });
    await until(() => again.inbox.depth === 0);
    expect(texts()).toEqual(["一", "一"]);
  });
});

describe("when a handler begins anew without a kill", () => {
  const beginnings: [string, () => Error][] = [
    ["because it failed", () => new Error("broken")],
    ["because it wanted its update again later", () => new Postponed(1)],
  ];
  test.each(beginnings)("%s, what was sent is not sent again", async (_, reason) => {
    const { inbox, api } = open();
    let tries = 0;
    work(inbox, async () => {
      await api.sendMessage(1001, "一");
      if (++tries === 1) throw reason();
      await api.sendMessage(1001, "二");
    });
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    expect(tries).toBe(2);
    expect(texts()).toEqual(["一", "二"]);
  });

  test("what was refused is not recorded: it is sent again, and may be accepted then", async () => {
    const { inbox, api } = open();
    server.fail("sendMessage", { code: 400, description: "Bad Request: chat not found" });
    work(inbox, async () => {
      await api.sendMessage(1001, "一");
    });
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    expect(server.callsOf("sendMessage")).toHaveLength(2);
    expect(texts()).toEqual(["一"]);
  });

  test("a message that took the place of a refused one keeps it", async () => {
    const { inbox, api } = open();
    server.fail("sendMessage", refusal(), "drop");
    let tries = 0;
    work(inbox, async () => {
      tries += 1;
      if (tries === 3) server.fail("sendMessage", refusal());
      await api.sendMessage(1001, "有标记").catch(async (error: unknown) => {
        if (!(error instanceof GrammyError)) throw error;
        await api.sendMessage(1001, "没有标记");
      });
      if (tries === 2) throw new Error("broken");
    });
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    // Refused and cut off; then accepted and broken; then replayed.
    expect(texts()).toEqual(["有标记"]);
    expect(tries).toBe(3);
  });
});

describe("what is recorded", () => {
  test("are messages, not that the bot is typing, a draft or an edit: these are made again", async () => {
    const { inbox, api } = open();
    let tries = 0;
    work(inbox, async () => {
      await api.sendChatAction(1001, "typing");
      // Only the first try takes so long that a draft is shown.
      if (++tries === 1) await api.sendMessageDraft(1001, 7, "正在找……");
      const { message_id: id } = await api.sendMessage(1001, "一");
      await api.editMessageText(1001, id, `第${tries}次`);
      if (tries === 1) throw new Error("broken");
    });
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    expect(server.calls.map(({ method }) => method)).toEqual([
      ...["sendChatAction", "sendMessageDraft", "sendMessage", "editMessageText"],
      ...["sendChatAction", "editMessageText"],
    ]);
  });

  test("is not what was sent unrecorded, nor what belongs to no update", async () => {
    const { inbox, api } = open();
    await api.sendMessage(1001, "开始");
    let tries = 0;
    work(inbox, async () => {
      await inbox.unrecorded(() => api.sendMessage(1001, "请稍等"));
      await api.sendMessage(1001, "一");
      if (++tries === 1) throw new Error("broken");
    });
    inbox.store([update(501)]);
    await until(() => inbox.depth === 0);
    expect(texts()).toEqual(["开始", "请稍等", "一", "请稍等"]);
  });

  test("goes to the wire one at a time, so that a kill repeats one message at most", async () => {
    const { inbox, api } = open();
    const doors: (() => void)[] = [];
    server.hold = () => {
      const { passed, open: answer } = gate();
      doors.push(answer);
      return passed;
    };
    work(inbox, async ({ update_id: id }) => {
      await api.sendMessage(1001, `${id}`);
    });
    inbox.store([update(501, 1), update(502, 2), update(503, 3)]);
    for (const count of [1, 2, 3]) {
      await server.waitFor(() => doors.length === count);
      // Without a wait for the one before, the next would long be here.
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(doors).toHaveLength(count);
      doors[count - 1]?.();
    }
    await until(() => inbox.depth === 0);
  });

  test("one that breaks off does not hold up the next", async () => {
    const { inbox, api } = open();
    server.fail("sendMessage", "drop");
    work(inbox, async ({ update_id: id }) => {
      await api.sendMessage(1001, `${id}`);
    });
    inbox.store([update(501, 1), update(502, 2)]);
    await until(() => inbox.depth === 0);
    expect(texts().sort()).toEqual(["501", "502"]);
  });
});

/** The inbox in the file, and an API client that it records and replays. */
function open(): { inbox: Inbox; api: Api } {
  const inbox = openInbox({}, file);
  const api = new Api(server.token, { apiRoot: server.url });
  api.config.use(inbox.record, inbox.replay);
  return { inbox, api };
}

function refusal() {
  return { code: 400, description: "Bad Request: can't parse entities: x" };
}

function texts(): string[] {
  return server.sent.filter(({ method }) => method === "sendMessage").map(({ text }) => text);
}
