import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createNewspaper } from "../src/answer/newspaper.ts";
import { SearchIndex } from "../src/indexing/search-index.ts";
import { updateIndex } from "../src/indexing/update-index.ts";
import { createRetriever } from "../src/search/retriever.ts";
import type { ServedIndex } from "../src/surfaces/cli/services.ts";
import { createFakeModels, createFakeReader } from "./helpers/fake-models.ts";
import { ANIMALS } from "./helpers/small-index.ts";
import { folderWith } from "./helpers/temporary-folder.ts";
import { type Service, startService } from "./serve-under-test.ts";
import { message, messageIn } from "./surfaces/telegram/bot-under-test.ts";
import { gate } from "./surfaces/telegram/inbox/inbox-under-test.ts";

const BIRDS = '{"id": "birds", "title": "鸟会", "text": "鸟会在东湖。", "date": "2022-10-02"}\n';

describe("a file that an operator sends to a bot that is answering", () => {
  test("is in the corpus, is answered from at once, and is still there after the next start", async () => {
    const paper = paperOnDisk();
    const { telegram, stop } = await startPaper(paper);
    expect(await reply(telegram, message("鸟会在哪里？"))).not.toContain("东湖");
    const added = await reply(telegram, upload(telegram, "birds.jsonl", BIRDS));
    expect(added).toBe("birds.jsonl was added: 1 article.");
    expect(readFileSync(join(paper.corpusDir, "birds.jsonl"), "utf8")).toBe(BIRDS);
    expect(await reply(telegram, message("鸟会在哪里？"))).toContain("鸟会在东湖。");
    await stop();
    const next = await startPaper(paper, telegram);
    expect(await reply(next.telegram, message("鸟会在哪里？"))).toContain("鸟会在东湖。");
  });

  test("that cannot be read is taken out again with the reason, and the paper stays as it was", async () => {
    const paper = paperOnDisk();
    const { telegram } = await startPaper(paper);
    const refused = await reply(telegram, upload(telegram, "birds.jsonl", "{broken"));
    expect(refused).toMatch(/^birds\.jsonl was not added: .*birds\.jsonl/);
    expect(existsSync(join(paper.corpusDir, "birds.jsonl"))).toBe(false);
    expect(await reply(telegram, message("猫在哪里？"))).toContain("猫猫在东街。");
    const again = await reply(telegram, upload(telegram, "birds.jsonl", BIRDS));
    expect(again).toBe("birds.jsonl was added: 1 article.");
  });

  test("never takes the place of one that is there", async () => {
    const paper = paperOnDisk();
    const { telegram } = await startPaper(paper);
    const exists = await reply(telegram, upload(telegram, "animals.jsonl", BIRDS));
    expect(exists).toContain("animals.jsonl is already there.");
    expect(await reply(telegram, message("猫在哪里？"))).toContain("猫猫在东街。");
  });

  test("with capitals in its kind is read too", async () => {
    const { telegram } = await startPaper(paperOnDisk());
    const added = await reply(telegram, upload(telegram, "BIRDS.JSONL", BIRDS));
    expect(added).toBe("BIRDS.JSONL was added: 1 article.");
  });
});

describe("/reindex", () => {
  test("finds what was put into the folder meanwhile, and a question in hand is still answered", async () => {
    const paper = paperOnDisk();
    const { passed, open } = gate();
    let isSlow = true;
    const slow: ServedIndex = {
      ...paper.index,
      open: async () => {
        const opened = await paper.index.open();
        const waits = isSlow;
        isSlow = false;
        const ask: typeof opened.newspaper.ask = async (...asked) => {
          if (waits) await passed;
          return opened.newspaper.ask(...asked);
        };
        return { ...opened, newspaper: { ...opened.newspaper, ask } };
      },
    };
    const { telegram } = await startPaper({ ...paper, index: slow });
    telegram.push(messageIn(2002, "鸟会在哪里？"));
    await telegram.waitFor(() => telegram.callsOf("sendChatAction").length > 0, "a question");
    paper.put("birds.jsonl", BIRDS);
    telegram.push(byOperator({ text: "/reindex" }));
    const [, done] = await telegram.waitForSent(2);
    expect(done?.text).toContain("Articles: 5");
    expect(await reply(telegram, message("鸟会在哪里？"))).toContain("鸟会在东湖。");
    open();
    await telegram.waitFor(() => telegram.sent.some(({ chatId }) => chatId === 2002), "an answer");
    expect(telegram.sent.find(({ chatId }) => chatId === 2002)?.quotes).not.toEqual([]);
  });

  test("sent several times at once is done one after the other", async () => {
    const paper = paperOnDisk();
    let running = 0;
    let most = 0;
    const update: ServedIndex["update"] = async () => {
      running += 1;
      most = Math.max(most, running);
      const summary = await paper.index.update();
      running -= 1;
      return summary;
    };
    const settings = { ADMIN_IDS: "4242,4343" };
    const { telegram } = await startPaper(
      { ...paper, index: { ...paper.index, update } },
      undefined,
      settings,
    );
    telegram.push(byOperator({ text: "/reindex" }));
    telegram.push(byOperator({ text: "/reindex" }, 4343));
    const sent = await telegram.waitForSent(4);
    expect(sent.filter(({ text }) => text.includes("Articles: 4"))).toHaveLength(2);
    expect(most).toBe(1);
  });
});

interface Paper {
  readonly corpusDir: string;
  readonly index: ServedIndex;
  readonly put: (name: string, text: string) => void;
}

/** A paper of four articles on disk, with its index beside it. */
function paperOnDisk(): Paper {
  const lines = ANIMALS.map((article) => JSON.stringify(article)).join("\n");
  const dir = folderWith({ "corpus/animals.jsonl": lines });
  const [corpusDir, indexDir] = [join(dir, "corpus"), join(dir, "index")];
  const models = createFakeModels();
  const update = () => updateIndex({ corpusDir, indexDir, models });
  const open: ServedIndex["open"] = () => {
    const index = SearchIndex.open(indexDir, models.fingerprint);
    const retriever = createRetriever(index, models.embedder);
    const newspaper = createNewspaper(index, { retriever, reader: createFakeReader() });
    const close = (): void => {
      index.close();
    };
    return Promise.resolve({ newspaper, retriever, readingRetriever: retriever, close });
  };
  const put = (name: string, text: string): void => {
    writeFileSync(join(corpusDir, name), text);
  };
  return { corpusDir, index: { update, open }, put };
}

function startPaper(
  { corpusDir, index }: Paper,
  telegram?: Service["telegram"],
  changes: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const settings = () => ({ CORPUS_DIR: corpusDir, ADMIN_IDS: "4242", ...changes });
  return startService(index, { settings, ...(telegram === undefined ? {} : { telegram }) });
}

/** What the bot says next. */
async function reply(telegram: Service["telegram"], update: object): Promise<string> {
  const before = telegram.sent.length;
  telegram.push({ ...update });
  await telegram.waitForSent(before + 1);
  return telegram.sent[before]?.text ?? "";
}

function upload({ files }: Service["telegram"], name: string, content: string): object {
  files.set(name, content);
  const document = { file_id: name, file_unique_id: name, file_name: name };
  return byOperator({ document: { ...document, file_size: content.length } });
}

function byOperator(changes: { text?: string; document?: object }, id = 4242) {
  const { text, ...rest } = changes;
  const chat = { id, type: "private", first_name: "Op" };
  const from = { id, is_bot: false, first_name: "Op", language_code: "en" };
  return message(text, { chat, from, ...rest });
}
