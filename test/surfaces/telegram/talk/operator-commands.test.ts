import { describe, expect, test } from "vitest";
import type { Added } from "../../../../src/surfaces/telegram/talk/operating.ts";
import { answered, message, reader } from "../bot-under-test.ts";
import { startTalk, type Talk } from "./talk-under-test.ts";

/** The operator of the bot under test. */
const OPERATOR = {
  chat: { id: 4242, type: "private", first_name: "Op" },
  from: { id: 4242, is_bot: false, first_name: "Op", language_code: "en" },
};

describe("an operator", () => {
  test("sees what was asked, what went without a good answer, and how the bot is doing", async () => {
    const { say } = await startTalk({
      ask: (question) =>
        Promise.resolve(
          question === "票价？"
            ? answered(question, { status: "not_found", citations: [] })
            : answered(question),
        ),
    });
    await say(message("何时？"));
    await say(message("票价？"));
    const [stats] = await say(message("/stats", OPERATOR));
    expect(stats?.text).toContain("Answers: 2\nNot in the paper: 1\nMarked as not helpful: 0");
    const [missed] = await say(message("/missed", OPERATOR));
    expect(missed?.text).toContain("票价？ (not in the paper)");
    const [status] = await say(message("/status", OPERATOR));
    expect(status?.text).toContain("Version: 0.0.0");
    expect(status?.text).toContain("Updates given up: 0");
    const [help] = await say(message("/help", OPERATOR));
    expect(help?.text).toContain("/reindex");
  });

  test("brings the index up to date, and hears why when that fails", async () => {
    const { say } = await startTalk();
    const done = await say(message("/reindex", OPERATOR), 2);
    expect(done[1]?.text).toContain("Files: 2\nArticles: 13");
    const reindex = () => Promise.reject(new Error("The disk is full."));
    const broken = await startTalk({}, { editing: { reindex } });
    const failed = await broken.say(message("/reindex", OPERATOR), 2);
    expect(failed[1]?.text).toContain("The disk is full.");
  });

  test("whoever is none gets the help text, and nothing happens", async () => {
    let count = 0;
    const reindex = () => {
      count += 1;
      return Promise.resolve({ files: 0, articles: 0, embedded: 0 });
    };
    const { say } = await startTalk({}, { editing: { reindex } });
    for (const command of ["/reindex", "/stats", "/missed", "/status"]) {
      expect((await say(message(command, reader("en"))))[0]?.text).toContain("Write a question");
    }
    expect(count).toBe(0);
  });
});

describe("a file that an operator sends", () => {
  test.each([
    [{ outcome: "added", articles: 3 }, "2022-10-01.txt was added: 3 articles."],
    [{ outcome: "exists" }, "2022-10-01.txt is already there."],
    [{ outcome: "refused", reason: "It is empty." }, "was not added: It is empty."],
  ] as const)("is %j", async (outcome, words) => {
    const { talk, added } = await talkOfUploads(outcome);
    talk.server.files.set("f1", "本报讯");
    const [reply] = await talk.say(upload("2022-10-01.txt"));
    expect(reply?.text).toContain(words);
    expect(added).toEqual([["2022-10-01.txt", "本报讯"]]);
  });

  test.each([
    ["page.pdf", 10, "I take files of these kinds: .txt, .jsonl"],
    ["page.txt", 6 * 1024 ** 2, "too large. I take files of up to 5 MB."],
    ["../page.txt", 10, "name cannot be used"],
    ["a/page.txt", 10, "name cannot be used"],
    ["a\\page.txt", 10, "name cannot be used"],
    [".env.txt", 10, "name cannot be used"],
    ["line\nbreak.txt", 10, "name cannot be used"],
    [`${"长".repeat(101)}.txt`, 10, "name cannot be used"],
  ])("%j of %i bytes is not taken", async (name, size, words) => {
    const { talk, added } = await talkOfUploads({ outcome: "exists" });
    const [reply] = await talk.say(upload(name, size));
    expect(reply?.text).toContain(words);
    expect(added).toEqual([]);
    expect(talk.server.callsOf("getFile")).toEqual([]);
  });

  test("that cannot be fetched is told so without the token", async () => {
    const { talk } = await talkOfUploads({ outcome: "exists" });
    const [reply] = await talk.say(upload("page.txt"));
    expect(reply?.text).toBe("The file could not be added: Telegram gave status 404 for the file.");
    expect(talk.log.lines.join("\n")).not.toContain(talk.server.token);
  });

  test("is a file like any other from everybody else", async () => {
    const { talk, added } = await talkOfUploads({ outcome: "exists" });
    const [reply] = await talk.say(upload("page.txt", 10, reader("en")));
    expect(reply?.text).toContain("I can only read text");
    expect(added).toEqual([]);
  });
});

async function talkOfUploads(outcome: Added): Promise<{ talk: Talk; added: unknown[] }> {
  const added: unknown[] = [];
  const add = (name: string, bytes: Uint8Array): Promise<Added> => {
    added.push([name, Buffer.from(bytes).toString("utf8")]);
    return Promise.resolve(outcome);
  };
  return { talk: await startTalk({}, { editing: { add } }), added };
}

function upload(name: string, size = 10, sender: object = OPERATOR): object {
  const document = { file_id: "f1", file_unique_id: "f1", file_name: name, file_size: size };
  return message(undefined, { ...sender, document });
}
