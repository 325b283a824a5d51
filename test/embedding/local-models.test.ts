import { appendFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openModels } from "../../src/embedding/local-models.ts";
import { UserError } from "../../src/errors.ts";
import { folderWith, temporaryFolder } from "../helpers/temporary-folder.ts";

describe("openModels", () => {
  test("another content or another name of a model gives another fingerprint", async () => {
    const dir = folderWith({ "config.json": "{}", "onnx/model.onnx": "weights" });
    const { fingerprint } = await openModels(dir);
    expect(fingerprint).toMatch(new RegExp(`^${basename(dir)}@[0-9a-f]{16}$`));
    expect((await openModels(dir)).fingerprint).toBe(fingerprint);
    appendFileSync(join(dir, "onnx/model.onnx"), "!");
    expect((await openModels(dir)).fingerprint).not.toBe(fingerprint);
  });

  test("another reader beside the embedder does not make its vectors others", async () => {
    const files = { "config.json": "{}", "onnx/model.onnx": "weights", "onnx/reader.onnx": "one" };
    const dir = folderWith(files);
    const { fingerprint } = await openModels(dir);
    appendFileSync(join(dir, "onnx/reader.onnx"), "!");
    expect((await openModels(dir)).fingerprint).toBe(fingerprint);
  });

  test("centres beside the weights, and others, give another fingerprint", async () => {
    const dir = folderWith({ "config.json": "{}", "onnx/model.onnx": "weights" });
    const fingerprints = [(await openModels(dir)).fingerprint];
    for (const content of ["one", "two"]) {
      writeFileSync(join(dir, "centres.json"), content);
      fingerprints.push((await openModels(dir)).fingerprint);
    }
    expect(new Set(fingerprints).size).toBe(3);
  });

  test("an embedder of another folder and the shipped reader load at the same time", async () => {
    const folder = join(temporaryFolder(), "my-e5-small");
    symlinkSync(join(process.cwd(), "models/multilingual-e5-small"), folder);
    const { loadEmbedder, loadReader } = await openModels(folder);
    const [{ dimensions }, reader] = await Promise.all([loadEmbedder(), loadReader()]);
    expect(dimensions).toBe(384);
    const { spans } = await reader.read("谁？", { headline: "", sentences: ["张三。", "李四。"] });
    expect(spans).toHaveLength(2);
  }, 30_000);

  test("verifies a model before anything is loaded", async () => {
    const dir = folderWith({ "config.json": "{}", SHA256SUMS: `${"0".repeat(64)}  config.json\n` });
    await expect(openModels(dir)).rejects.toThrow(`'${dir}/config.json' is damaged`);
  });

  test("a folder that holds no model is refused when it is loaded", async () => {
    const dir = folderWith({ "notes.json": "{}" });
    const { loadEmbedder } = await openModels(dir);
    const refusal: unknown = await loadEmbedder().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect((refusal as UserError).message).toMatch(
      new RegExp(
        `^Cannot load the model in '${dir}'\\. Expected a transformers\\.js model: config\\.json, tokenizer\\.json and onnx/model\\*\\.onnx\\. \\(.+\\)$`,
        "s",
      ),
    );
  });

  test("a name that is no model is refused", async () => {
    await expect(openModels("no-such-model")).rejects.toThrow(UserError);
  });
});
