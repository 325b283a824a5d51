import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import type { IndexSummary } from "../../../src/surfaces/cli/services.ts";
import { SUMMARY, createFakeServices, type FakeServices } from "./fake-services.ts";
import { jsonOf, runCommand } from "./run-command.ts";

describe("index", () => {
  test("says what the index holds and what was done, progress on standard error", async () => {
    const run = await runCommand(["index"]);
    expect(run.out).toEqual([
      "2 articles in 3 passages, from 2 files.\n2 files read, 0 removed, 3 passages embedded.",
    ]);
    expect(run.notes).toEqual(["Indexing 3 passages …", "Indexing: 3 of 3 passages."]);
    expect(run.exitCode).toBeUndefined();
  });

  test("says so when nothing had changed, and shows no progress", async () => {
    const run = await runCommand(["index"], servicesWith({ changed: [], embedded: 0 }));
    expect(run.out).toEqual(["2 articles in 3 passages, from 2 files.\nNothing had changed."]);
    expect(run.notes).toEqual([]);
  });

  test("--json prints all that was done", async () => {
    expect(jsonOf(await runCommand(["index", "--json"]))).toEqual([SUMMARY]);
  });

  test.each([
    [[], { mode: "update" }],
    [["--rebuild"], { mode: "rebuild" }],
    [
      ["--corpus", "papers", "--index", "built"],
      { mode: "update", corpusDir: "papers", indexDir: "built" },
    ],
  ])("%j asks for %j", async (words, request) => {
    const services = createFakeServices();
    await runCommand(["index", ...words], services);
    expect(services.calls).toEqual([`updateIndex ${JSON.stringify(request)}`]);
  });

  test("a file that could not be used is named and gives exit status 1", async () => {
    const run = await runCommand(
      ["index", "--json"],
      servicesWith({ problems: ["'a' is empty."] }),
    );
    expect(run.notes).toEqual(["Left out: 'a' is empty."]);
    expect(run.out).toHaveLength(1);
    expect(run.exitCode).toBe(1);
  });

  test("a correction that no longer fits is named, which is no failure", async () => {
    const run = await runCommand(["index"], servicesWith({ misfits: ["It no longer fits."] }));
    expect(run.notes).toEqual(["It no longer fits."]);
    expect(run.exitCode).toBeUndefined();
  });

  test("a file of another format is named, which is no failure", async () => {
    const run = await runCommand(["index"], servicesWith({ ignored: ["scan.tiff"] }));
    expect(run.notes).toEqual([
      "Left out: 'scan.tiff' is of a format that this version cannot read.",
    ]);
    expect(run.exitCode).toBeUndefined();
  });

  test("what stops in the middle still ends the progress", async () => {
    const services = createFakeServices({
      updateIndex: ({ onProgress }) => {
        onProgress({ done: 2, total: 9 });
        return Promise.reject(new UserError("The disk is full."));
      },
    });
    const run = await runCommand(["index"], services);
    expect(run.failure).toEqual(new UserError("The disk is full."));
    expect(run.notes).toEqual(["Indexing 9 passages …", "Indexing: 2 of 9 passages."]);
  });
});

function servicesWith(changes: Partial<IndexSummary>): FakeServices {
  return createFakeServices({ updateIndex: () => Promise.resolve({ ...SUMMARY, ...changes }) });
}
