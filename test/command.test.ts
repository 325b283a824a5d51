import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, temporaryFolder } from "./helpers/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..");
const PAGE = "本版导读\n\n猫展开幕\n猫在东街展出，市民前来观看。\n";

// Starting a process takes a second or two, on a busy machine more.
describe("the process", { timeout: 20_000 }, () => {
  test("--version prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      version: string;
    };
    expect(await run(["--version"])).toEqual({ status: 0, out: `${version}\n`, notes: "" });
  });

  test("an unknown command is wrong usage, and nothing is on standard output", async () => {
    const { status, out, notes } = await run(["aks"]);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(notes).toBe("error: unknown command 'aks'\n(Did you mean ask?)\n");
  });

  test("a setting with a value that it cannot take is wrong usage, named in one sentence", async () => {
    const { status, out, notes } = await run(["articles"], { LOG_LEVEL: "loud" });
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(notes).toBe(
      "Expected LOG_LEVEL to be one of fatal, error, warn, info, debug, trace, silent, got 'loud'. " +
        "Mend or unset it; .env.example explains it.\n",
    );
  });

  test("a corpus that is not there is one sentence without a stack, and exit status 1", async () => {
    const missing = join(temporaryFolder(), "nowhere");
    const settings = { CORPUS_DIR: missing, INDEX_DIR: join(temporaryFolder(), "index") };
    const { status, out, notes } = await run(["article", "nope"], settings);
    expect(status).toBe(1);
    expect(out).toBe("");
    expect(notes).toMatch(/^[^\n]*nowhere[^\n]*\.\n$/);
    expect(notes).not.toContain("Error");
  });

  test("settings are read from .env in the folder it runs in", async () => {
    const dir = folderWith({ ".env": "LOG_LEVEL=quiet\n" });
    const { status, notes } = await run(["articles"], {}, dir);
    expect(status).toBe(2);
    expect(notes).toContain("Expected LOG_LEVEL");
    expect(notes).toContain("got 'quiet'");
  });

  test("a reader that has had enough ends it without complaint", async () => {
    const page = join(folderWith({ "004.txt": PAGE }), "004.txt");
    // The first page meets the closed pipe, and there is more to print.
    const child = start(["segment", page, page, page, "--json"]);
    child.stdout.destroy();
    const notes: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => notes.push(text));
    expect(await once(child, "close")).toEqual([0, null]);
    expect(notes).toEqual([]);
  });
});

function start(words: readonly string[], settings: NodeJS.ProcessEnv = {}, cwd = ROOT) {
  const tsx = import.meta.resolve("tsx");
  return spawn(process.execPath, ["--import", tsx, join(ROOT, "src/index.ts"), ...words], {
    cwd,
    env: { PATH: process.env["PATH"], ...settings },
  });
}

async function run(words: readonly string[], settings?: NodeJS.ProcessEnv, cwd?: string) {
  const child = start(words, settings, cwd);
  child.stdin.end();
  let out = "";
  let notes = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (notes += text));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, out, notes };
}
