import { describe, expect, test } from "vitest";
import type { Added } from "../../../../src/surfaces/telegram/talk/operating.ts";
import { message, reader } from "../bot-under-test.ts";
import { startTalk, type Talk } from "./talk-under-test.ts";

const MEBIBYTE = 1024 ** 2;

describe("a file of an operator", () => {
  test.each([
    ["page.txt", "a page"],
    ["articles.jsonl", "articles"],
    ["PAGE.TXT", "capital letters"],
    ["2022年10月1日 第A01版（头版）.txt", "a Chinese name"],
    ["a..b.txt", "two dots"],
    [`${"a".repeat(96)}.txt`, "a hundred letters"],
  ])("%s is added: %s", async (name) => {
    const { talk, added } = await talkOfUploads();
    const [reply] = await talk.say(upload({ file_name: name }));
    expect(reply?.text).toBe(`${name} was added: 1 article.`);
    expect(added).toEqual([[name, "本报讯"]]);
  });

  test.each([
    ["page.pdf", "These kinds of files: .txt, .jsonl"],
    ["page", "no kind"],
    ["page.txt.exe", "another kind at the end"],
    [".txt", "a kind without a name"],
    ["..txt", "nothing but dots"],
    ["-rf.txt", "a name that a shell reads as an option"],
    ["a$(id).txt", "a name that a shell reads as a command"],
    ["C:page.txt", "a drive"],
    ["page\u0000.txt", "a zero"],
    ["page\u202Etxt.txt", "a name that is shown backwards"],
    [`${"a".repeat(97)}.txt`, "a letter more than a hundred"],
  ])("%j is refused, and not fetched: %s", async (name) => {
    const { talk, added } = await talkOfUploads();
    const [reply] = await talk.say(upload({ file_name: name }));
    expect(reply?.text).toMatch(/^I take files of these kinds|^This file's name cannot be used/);
    expect(added).toEqual([]);
    expect(talk.server.callsOf("getFile")).toEqual([]);
  });

  test("that has no name is refused", async () => {
    const { talk, added } = await talkOfUploads();
    const [reply] = await talk.say(upload({ file_name: undefined }));
    expect(reply?.text).toBe("I take files of these kinds: .txt, .jsonl");
    expect(added).toEqual([]);
  });

  test("may have five megabytes and no byte more", async () => {
    const { talk, added } = await talkOfUploads();
    const [taken] = await talk.say(upload({ file_size: 5 * MEBIBYTE }));
    expect(taken?.text).toContain("was added");
    const [refused] = await talk.say(upload({ file_size: 5 * MEBIBYTE + 1 }));
    expect(refused?.text).toBe("This file is too large. I take files of up to 5 MB.");
    expect(added).toHaveLength(1);
  });

  test("whose size Telegram does not tell is measured when it is here", async () => {
    const { talk, added } = await talkOfUploads();
    talk.server.files.set("f1", new Uint8Array(5 * MEBIBYTE + 1));
    const [reply] = await talk.say(upload({ file_size: undefined }));
    expect(reply?.text).toBe("This file is too large. I take files of up to 5 MB.");
    expect(added).toEqual([]);
  });

  test("comes to the paper byte by byte as it was sent", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const got: number[][] = [];
    const add = (_: string, it: Uint8Array): Promise<Added> => {
      got.push([...it]);
      return Promise.resolve({ outcome: "exists" });
    };
    const talk = await startTalk({}, { editing: { add } });
    talk.server.files.set("f1", bytes);
    await talk.say(upload({}));
    expect(got).toEqual([[...bytes]]);
  });

  test("that cannot be added is told with the reason, to the operator and in the log", async () => {
    const add = () => Promise.reject(new Error("The disk is full."));
    const talk = await startTalk({}, { editing: { add } });
    talk.server.files.set("f1", "本报讯");
    const [reply] = await talk.say(upload({}));
    expect(reply?.text).toBe("The file could not be added: The disk is full.");
    expect(talk.log.of("error")).toEqual([
      'error A file could not be added {"update":501,"reason":"The disk is full."}',
    ]);
  });

  test("that Telegram does not hand out is told so without the token", async () => {
    const { talk, added } = await talkOfUploads();
    talk.server.fail("getFile", { code: 400, description: "Bad Request: file is too big" });
    const [reply] = await talk.say(upload({}));
    expect(reply?.text).toContain("file is too big");
    expect(added).toEqual([]);
    expect([reply?.text, ...talk.log.lines].join("\n")).not.toContain(talk.server.token);
  });

  test("is fetched after a blip of the line", async () => {
    const { talk, added } = await talkOfUploads();
    talk.server.fail("getFile", "drop");
    const [reply] = await talk.say(upload({}));
    expect(reply?.text).toContain("was added");
    expect(added).toHaveLength(1);
    expect(talk.log.lines.join("\n")).not.toContain(talk.server.token);
  });

  test("is answered in the operator's language", async () => {
    const { talk } = await talkOfUploads();
    const from = { id: 4242, is_bot: false, first_name: "Op", language_code: "zh-hans" };
    const [reply] = await talk.say(upload({ file_name: "page.pdf" }, { from }));
    expect(reply?.text).toMatch(/\p{Script=Han}.*\.txt/u);
  });
});

describe("a file that is not added", () => {
  test("a reader sends gets the sentence about text", async () => {
    const { talk, added } = await talkOfUploads();
    const chat = { id: 1001, type: "private", first_name: "Ann" };
    const [reply] = await talk.say(upload({}, { chat, ...reader("en") }));
    expect(reply?.text).toBe("I can only read text. Write your question in words and send it.");
    expect(added).toEqual([]);
    expect(talk.server.callsOf("getFile")).toEqual([]);
  });

  test("an operator sends to a group is none of the bot's business", async () => {
    const { talk, added } = await talkOfUploads();
    talk.server.push({ ...upload({}, { chat: { id: -500, type: "supergroup", title: "组" } }) });
    await talk.say(message("/help", reader("en")));
    expect(talk.server.sent).toHaveLength(1);
    expect(added).toEqual([]);
  });
});

async function talkOfUploads(): Promise<{ talk: Talk; added: unknown[] }> {
  const added: unknown[] = [];
  const add = (name: string, bytes: Uint8Array): Promise<Added> => {
    added.push([name, Buffer.from(bytes).toString("utf8")]);
    return Promise.resolve({ outcome: "added", articles: 1 });
  };
  const talk = await startTalk({}, { editing: { add } });
  talk.server.files.set("f1", "本报讯");
  return { talk, added };
}

/** A file of the operator in their private chat, unless told. */
function upload(changes: object, changesOfMessage: object = {}): object {
  const document = {
    ...{ file_id: "f1", file_unique_id: "f1", file_name: "page.txt", file_size: 10 },
    ...changes,
  };
  const chat = { id: 4242, type: "private", first_name: "Op" };
  const from = { id: 4242, is_bot: false, first_name: "Op", language_code: "en" };
  return message(undefined, { chat, from, document, ...changesOfMessage });
}
