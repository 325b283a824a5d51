import { createHash } from "node:crypto";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findModel, verifyModelFiles } from "../../src/embedding/model-files.ts";
import { UserError } from "../../src/errors.ts";
import { folderWith, temporaryFolder } from "../helpers/temporary-folder.ts";

const RESTORE = "Restore it: `git checkout -- models`, or copy the folder again.";
const FILES = { "config.json": "{}", "onnx/model_q4.onnx": "weights" };

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const sums = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(([file, content]) => `${sha256(content)}  ${file}\n`)
    .join("");
const SUMS = new Map(Object.entries(FILES).map(([file, content]) => [file, sha256(content)]));
const checkedModel = (): string => folderWith({ ...FILES, SHA256SUMS: sums(FILES) });

describe("verifyModelFiles", () => {
  test("gives the checksum of each file when all are as they should be", async () => {
    expect(await verifyModelFiles(checkedModel())).toEqual(SUMS);
  });

  test("files that have no checksum do not count where others have one", async () => {
    const dir = checkedModel();
    writeFileSync(join(dir, "notes.json"), "x");
    expect(await verifyModelFiles(dir)).toEqual(SUMS);
  });

  test("takes the line ends and the marks of binary files that other systems write", async () => {
    const dir = checkedModel();
    writeFileSync(
      join(dir, "SHA256SUMS"),
      sums(FILES).replaceAll("\n", "\r\n").replaceAll("  ", " *"),
    );
    expect(await verifyModelFiles(dir)).toEqual(SUMS);
  });

  test("without checksums it digests what belongs to a model, whatever lies beside it", async () => {
    const dir = folderWith({ ...FILES, "README.md": "x" });
    const digest = await verifyModelFiles(dir);
    expect(digest).toEqual(SUMS);
    writeFileSync(join(dir, "README.md"), "y");
    expect(await verifyModelFiles(dir)).toEqual(digest);
    appendFileSync(join(dir, "onnx/model_q4.onnx"), "!");
    expect(await verifyModelFiles(dir)).not.toEqual(digest);
  });

  test("names a damaged file and how to mend it", async () => {
    const dir = checkedModel();
    appendFileSync(join(dir, "onnx/model_q4.onnx"), "!");
    const [wanted, got] = [sha256("weights").slice(0, 12), sha256("weights!").slice(0, 12)];
    await expect(verifyModelFiles(dir)).rejects.toThrow(
      new UserError(
        `The model file '${dir}/onnx/model_q4.onnx' is damaged: expected SHA-256 ${wanted}…, got ${got}…. ${RESTORE}`,
      ),
    );
  });

  test("names a missing file and how to mend it", async () => {
    const dir = checkedModel();
    rmSync(join(dir, "config.json"));
    await expect(verifyModelFiles(dir)).rejects.toThrow(
      new UserError(
        `The model in '${dir}' is incomplete: there is no '${dir}/config.json'. ${RESTORE}`,
      ),
    );
  });

  test("names a file that cannot be read", async () => {
    const dir = folderWith({ "config.json/x": "", SHA256SUMS: sums({ "config.json": "" }) });
    await expect(verifyModelFiles(dir)).rejects.toThrow(
      new UserError(`Cannot read the model file '${dir}/config.json' (EISDIR). ${RESTORE}`),
    );
  });

  test.each([
    "",
    "\n",
    "0000  config.json\n",
    sums(FILES).slice(0, -30),
    `${sums(FILES)}half a li`,
  ])("refuses checksums that are damaged themselves: %j", async (text) => {
    const dir = folderWith({ ...FILES, SHA256SUMS: text });
    await expect(verifyModelFiles(dir)).rejects.toThrow(UserError);
  });
});

describe("findModel", () => {
  test("the shipped model is found by its name", () => {
    expect(findModel("multilingual-e5-small")).toEqual({
      kind: "folder",
      name: "multilingual-e5-small",
      dir: join(import.meta.dirname, "../../models/multilingual-e5-small"),
    });
  });

  test("another folder is found by its path", () => {
    const dir = temporaryFolder();
    expect(findModel(`${dir}/`)).toEqual({ kind: "folder", name: basename(dir), dir });
  });

  test("owner/name that is no folder is a model of the hub", () => {
    expect(findModel("Xenova/bge-small-zh-v1.5")).toEqual({
      kind: "hub",
      name: "Xenova/bge-small-zh-v1.5",
    });
  });

  test.each(["no-such-model", "a/b/c", "https://example.org/model", "package.json"])(
    "%s is refused",
    (name) => {
      expect(() => findModel(name)).toThrow(
        new UserError(
          `Expected EMBEDDING_MODEL to name a folder under 'models', another folder or a hub id such as 'owner/model', got '${name}'.`,
        ),
      );
    },
  );
});
