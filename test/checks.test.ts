import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createChecks } from "../src/checks.ts";
import { parseConfig } from "../src/config.ts";
import type { Models } from "../src/embedding/local-models.ts";
import { UserError } from "../src/errors.ts";
import { updateIndex } from "../src/indexing/update-index.ts";
import { BotApiServer } from "./helpers/bot-api-server.ts";
import { createFakeModels } from "./helpers/fake-models.ts";
import { folderWith } from "./helpers/temporary-folder.ts";

const CORPUS = {
  "corpus/cats.jsonl": '{"id": "cats", "title": "猫展", "text": "猫在东街。"}\n',
  "corpus/dogs.jsonl": '{"id": "dogs", "title": "狗展", "text": "狗在西街。"}\n',
  "corpus/scan.tiff": "",
};

describe("createChecks", () => {
  test("looks at things in the order in which they depend on each other", () => {
    const names = checksOf("nowhere").map(({ name }) => name);
    expect(names).toEqual(["node", "model", "corpus", "index", "cuts", "disk", "telegram"]);
  });

  test("says which Node runs on which machine", async () => {
    const { version, platform, arch } = process;
    expect(await check("node", "nowhere")).toBe(`${version} on ${platform} ${arch}`);
  });

  test("loads both models", async () => {
    expect(await check("model", "nowhere")).toBe(
      "fake@1, files unharmed, 4 dimensions; the reader loads",
    );
    const broken = new UserError("The reader is damaged.");
    const models = { ...createFakeModels(), loadReader: () => Promise.reject(broken) };
    await expect(check("model", "nowhere", {}, models)).rejects.toBe(broken);
  });

  test("counts the files of the corpus and those that it cannot read", async () => {
    const dir = folderWith(CORPUS);
    expect(await check("corpus", dir)).toBe(
      `2 files in '${join(dir, "corpus")}', 1 of other formats left out`,
    );
    await expect(check("corpus", join(dir, "nowhere"))).rejects.toBeInstanceOf(UserError);
  });

  test("opens the index and says what it holds", async () => {
    const dir = folderWith(CORPUS);
    await expect(check("index", dir)).rejects.toBeInstanceOf(UserError);
    const models = createFakeModels();
    await updateIndex({ corpusDir: join(dir, "corpus"), indexDir: join(dir, "index"), models });
    expect(await check("index", dir)).toMatch(/^2 articles in 2 passages; vectors /);
  });

  test("refuses an index of another model", async () => {
    const dir = folderWith(CORPUS);
    const models = createFakeModels("other@1");
    await updateIndex({ corpusDir: join(dir, "corpus"), indexDir: join(dir, "index"), models });
    await expect(check("index", dir)).rejects.toThrow(/other@1.*fake@1|fake@1.*other@1/s);
  });

  test("looks for unsure cuts in the index, and says when there is none", async () => {
    const dir = folderWith(CORPUS);
    expect(await check("cuts", dir)).toBe("no finished index yet to look for unsure cuts");
    const models = createFakeModels();
    await updateIndex({ corpusDir: join(dir, "corpus"), indexDir: join(dir, "index"), models });
    expect(await check("cuts", dir)).toBe("no article is cut unsurely");
  });

  test("finds room for folders that are not there yet", async () => {
    const dir = folderWith(CORPUS);
    const free = (name: string) => `\\d+ MB free for '${join(dir, name)}'`;
    expect(await check("disk", dir)).toMatch(new RegExp(`^${free("index")}, ${free("state")}$`));
  });

  test("asks Telegram whose the token is", async () => {
    const server = await new BotApiServer().listen();
    onTestFinished(() => server.close());
    const settings = { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url };
    expect(await check("telegram", "nowhere", settings)).toBe("the token is @baowen_test_bot's");
    const wrong = { ...settings, TELEGRAM_BOT_TOKEN: "99:wrong" };
    await expect(check("telegram", "nowhere", wrong)).rejects.toBeInstanceOf(UserError);
  });

  test("says that without a token there is no bot", async () => {
    expect(await check("telegram", "nowhere")).toBe(
      "no TELEGRAM_BOT_TOKEN: `serve` opens the web reader only",
    );
  });
});

function checksOf(
  dir: string,
  settings: Readonly<Record<string, string>> = {},
  models: Models = createFakeModels(),
) {
  const config = parseConfig({
    CORPUS_DIR: join(dir, "corpus"),
    INDEX_DIR: join(dir, "index"),
    STATE_DIR: join(dir, "state"),
    ...settings,
  });
  return createChecks(config, () => Promise.resolve(models));
}

function check(
  name: string,
  dir: string,
  settings?: Readonly<Record<string, string>>,
  models?: Models,
): Promise<string> {
  const found = checksOf(dir, settings, models).find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no check '${name}'.`);
  return found.run();
}
