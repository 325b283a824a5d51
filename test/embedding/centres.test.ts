import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCentres } from "../../src/embedding/centres.ts";
import { UserError } from "../../src/errors.ts";
import { folderWith, temporaryFolder } from "../helpers/temporary-folder.ts";

describe("readCentres", () => {
  test("reads what questions and passages have in common", async () => {
    const dir = folderWith({ "centres.json": '{"questions": [1, 0.5], "passages": [-2, 0]}' });
    expect(await readCentres(dir)).toEqual({
      questions: Float32Array.of(1, 0.5),
      passages: Float32Array.of(-2, 0),
    });
  });

  test("a model without centres has none", async () => {
    expect(await readCentres(temporaryFolder())).toBeUndefined();
  });

  test.each([
    ["no JSON", "{"],
    ["a side too few", '{"questions": [1]}'],
    ["sides of two lengths", '{"questions": [1], "passages": [1, 2]}'],
    ["no numbers", '{"questions": [], "passages": []}'],
    ["words", '{"questions": ["a"], "passages": ["b"]}'],
  ])("a file with %s is refused with the command that mends it", async (_, content) => {
    const dir = folderWith({ "centres.json": content });
    await expect(readCentres(dir)).rejects.toThrow(UserError);
    await expect(readCentres(dir)).rejects.toThrow("git checkout -- models");
  });

  test("a file that cannot be read is an error that says so", async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, "centres.json"));
    await expect(readCentres(dir)).rejects.toThrow("Cannot read");
  });

  test("the shipped model has centres as long as its vectors", async () => {
    const centres = await readCentres("models/multilingual-e5-small");
    expect(centres?.questions).toHaveLength(384);
    expect(centres?.passages).toHaveLength(384);
  });
});
