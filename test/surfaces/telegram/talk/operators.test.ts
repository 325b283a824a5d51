import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Newspaper } from "../../../../src/answer/newspaper.ts";
import { answered, message, reader } from "../bot-under-test.ts";
import { until } from "../inbox/inbox-under-test.ts";
import { buttonsOf, startTalk } from "./talk-under-test.ts";

/** The operator of the bot under test. */
const OPERATOR = {
  chat: { id: 4242, type: "private", first_name: "Op" },
  from: { id: 4242, is_bot: false, first_name: "Op", language_code: "en" },
};

describe("/missed", () => {
  test("says that every question had a good answer", async () => {
    const { say } = await startTalk();
    await say(message("何时？"));
    const [missed] = await say(message("/missed", OPERATOR));
    expect(missed?.text).toBe("There are no questions without a good answer.");
  });

  test("lists a question whose answer a reader has marked as not helpful, once", async () => {
    const { say, press } = await startTalk();
    const [answer] = await say(message("何时？", reader("en")));
    if (!answer) throw new Error("An answer.");
    const mark = buttonsOf(answer)["Not helpful"] ?? "";
    expect(await press(answer, mark)).toBe("Thank you, I have made a note of it.");
    await press(answer, mark);
    const [missed] = await say(message("/missed", OPERATOR));
    expect(missed?.text).toBe("Questions without a good answer:\n何时？ (marked as not helpful)");
    const [stats] = await say(message("/stats", OPERATOR));
    expect(stats?.text).toContain("Marked as not helpful: 1");
  });

  test("lists the latest twenty, the latest first, and says nothing of who asked", async () => {
    const { say } = await startTalk(findingNothing());
    for (let i = 1; i <= 22; i++) {
      const from = { id: 3000 + i, is_bot: false, first_name: `Reader${i}` };
      await say(message(`第${i}问？`, { from }));
    }
    const [missed] = await say(message("/missed", OPERATOR));
    const expected = Array.from({ length: 20 }, (_, i) => `第${22 - i}问？ (not in the paper)`);
    expect(missed?.text.split("\n").slice(1)).toEqual(expected);
    expect(missed?.text).not.toMatch(/Reader|30\d\d/);
  });

  test("shows a question with markup in it as it was written", async () => {
    const { say } = await startTalk(findingNothing());
    await say(message("<b>票价</b> & 票？"));
    const [missed] = await say(message("/missed", OPERATOR));
    expect(missed?.text).toContain("<b>票价</b> & 票？ (not in the paper)");
  });

  test("forgets what a reader has had deleted", async () => {
    const { say } = await startTalk(findingNothing());
    await say(message("票价？"));
    await say(message("/forget"));
    const [missed] = await say(message("/missed", OPERATOR));
    expect(missed?.text).toBe("There are no questions without a good answer.");
  });
});

test("/stats counts the updates that came, and the one that is being answered as waiting", async () => {
  const { say } = await startTalk();
  await say(message("何时？"));
  const [stats] = await say(message("/stats", OPERATOR));
  expect(stats?.text).toMatch(/^Updates from Telegram: 2\n(?:.+\n)*Waiting now: 1$/);
});

test("/status lists an update that was given up, with the reason but not the question", async () => {
  const { say, server, state, stateDir, log } = await startTalk();
  const tooLong = { code: 400, description: "Bad Request: message is too long" };
  server.fail("sendMessage", ...Array.from({ length: 5 }, () => tooLong));
  const lost = server.push(message("秘密问题？"));
  const database = new SqliteDatabase(join(stateDir, "inbox.db"));
  onTestFinished(() => void database.close());
  await until(() => {
    // As if all that waits for another try had waited long enough; what comes makes the inbox look.
    database.exec(`UPDATE updates SET "after" = 0`);
    state.inbox.store([]);
    return state.inbox.parked().length === 1;
  });
  const [status] = await say(message("/status", OPERATOR));
  expect(status?.text).toContain("Updates given up: 1\nArticles: 1\n");
  expect(status?.text).toMatch(new RegExp(`\nUpdate ${lost}: .*message is too long`));
  expect([status?.text, ...log.of("error")].join("\n")).not.toContain("秘密");
});

describe("/reindex", () => {
  test("says that it has begun before it is done", async () => {
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const reindex = async () => {
      await finished;
      return { files: 1234, articles: 2, embedded: 3 };
    };
    const { say, server } = await startTalk({}, { editing: { reindex } });
    const [running] = await say(message("/reindex", OPERATOR));
    expect(running?.text).toBe("The index is being brought up to date.");
    finish();
    const [, done] = await server.waitForSent(2);
    expect(done?.text).toMatch(
      /^The index is up to date\.\nFiles: 1,?234\nArticles: 2\nPassages embedded: 3\nSeconds: 0$/,
    );
  });

  test("lets readers ask meanwhile", async () => {
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const reindex = async () => {
      await finished;
      return { files: 1, articles: 1, embedded: 0 };
    };
    const { say, server } = await startTalk({}, { editing: { reindex } });
    await say(message("/reindex", OPERATOR));
    const [answer] = await say(message("何时？"));
    expect(answer?.quotes).toHaveLength(1);
    finish();
    await server.waitForSent(3);
  });

  test("that fails says why, also in the log, and is not tried again by itself", async () => {
    let tries = 0;
    const reindex = () => {
      tries += 1;
      return Promise.reject(new Error("pages/001.txt: the line <3> is damaged."));
    };
    const { say, state, log } = await startTalk({}, { editing: { reindex } });
    const [, failed] = await say(message("/reindex", OPERATOR), 2);
    expect(failed?.text).toBe(
      "The index could not be brought up to date: pages/001.txt: the line <3> is damaged.",
    );
    await until(() => state.inbox.depth === 0);
    expect(tries).toBe(1);
    expect(log.of("error")).toEqual([
      'error The index could not be brought up to date {"reason":"pages/001.txt: the line <3> is damaged."}',
    ]);
  });

  test.each([
    ["edited", (update: { message: object }) => ({ edited_message: update.message })],
    ["for another bot", () => message("/reindex@another_bot", OPERATOR)],
  ])("does nothing when it is %s", async (_, change) => {
    const { say, ran, server } = await talkOfReindexing();
    server.push({ ...change(message("/reindex", OPERATOR)) });
    await say(message("/stats", OPERATOR));
    expect(ran()).toBe(0);
  });
});

describe("the help", () => {
  test.each(["zh-hans", "zh-hant", "en", "de"])(
    "of an operator has their commands, that of a reader has not: %s",
    async (language) => {
      const { say } = await startTalk();
      const { from } = reader(language);
      const [theirs] = await say(message("/help", { ...OPERATOR, from: { ...from, id: 4242 } }));
      const [ours] = await say(message("/help", { from }));
      const commands = ["/stats", "/missed", "/reindex", "/status"];
      expect(commands.filter((it) => theirs?.text.includes(it))).toEqual(commands);
      expect(commands.filter((it) => ours?.text.includes(it))).toEqual([]);
      expect(theirs?.text.startsWith(ours?.text ?? "?")).toBe(true);
    },
  );
});

describe("whoever is no operator", () => {
  test.each([
    ["a reader", reader("en")],
    ["a reader whose chat has the operator's number", { ...reader("en"), chat: OPERATOR.chat }],
  ])("%s cannot bring the index up to date, and gets the help", async (_, sender) => {
    const { say, ran } = await talkOfReindexing();
    const [reply] = await say(message("/reindex", sender));
    expect(reply?.text).toContain("Write a question");
    expect(reply?.text).not.toContain("/reindex");
    expect(ran()).toBe(0);
  });

  test("an anonymous administrator of a group cannot either", async () => {
    const { say, ran, server } = await talkOfReindexing();
    const sender = anonymousAdministrator();
    server.push({ ...message("/reindex@baowen_test_bot", sender) });
    await say(message("/latest", sender));
    expect(server.sent).toHaveLength(1);
    expect(ran()).toBe(0);
  });
});

async function talkOfReindexing() {
  let ran = 0;
  const reindex = () => {
    ran += 1;
    return Promise.resolve({ files: 0, articles: 0, embedded: 0 });
  };
  return { ...(await startTalk({}, { editing: { reindex } })), ran: () => ran };
}

function findingNothing(): Partial<Newspaper> {
  return {
    ask: (question) => Promise.resolve(answered(question, { status: "not_found", citations: [] })),
  };
}

/** As Telegram shows them: a bot of its own that writes in the name of the group. */
function anonymousAdministrator(): object {
  const chat = { id: -500, type: "supergroup", title: "Readers" };
  const from = { id: 1087968824, is_bot: true, first_name: "Group", language_code: "en" };
  return { chat, from, sender_chat: chat };
}
