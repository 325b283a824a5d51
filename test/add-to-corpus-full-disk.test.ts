import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { addToCorpus } from "../src/add-to-corpus.ts";
import { UserError } from "../src/errors.ts";
import { folderWith } from "./helpers/temporary-folder.ts";

const ADD = pathToFileURL(join(import.meta.dirname, "../src/add-to-corpus.ts")).href;
/** What the system lets a process write into one file; what is more is refused as on a full disk. */
const BLOCKS_OF_1024 = 1;

test("a disk that gets full on the way is told in a sentence, and half a page is not left behind", async () => {
  const dir = folderWith({ "old.txt": "旧" });
  const said = await inLittleSpace(dir, "new.txt", 100_000);
  expect(said).toMatch(/^UserError The file could not be written \((EFBIG|ENOSPC)\)\.\n$/);
  expect(readdirSync(dir)).toEqual(["old.txt"]);
});

test("a file that is there stays whole when another of its name finds the disk full", async () => {
  const dir = folderWith({ "old.txt": "旧" });
  expect(await inLittleSpace(dir, "old.txt", 100_000)).toBe("exists\n");
  expect(readFileSync(join(dir, "old.txt"), "utf8")).toBe("旧");
});

// A folder that not even root can write to.
test.skipIf(!existsSync("/sys"))(
  "a read-only disk is told in a sentence, also to root",
  async () => {
    const page = { name: "new.txt", bytes: Buffer.from("本报讯") };
    const update = () => Promise.reject(new Error("There is nothing to bring up to date."));
    const added = addToCorpus("/sys", page, update);
    await expect(added).rejects.toThrow(/^The file could not be written \(E(ROFS|ACCES|PERM)\)\.$/);
    await expect(added).rejects.toBeInstanceOf(UserError);
  },
);

/** Adds a file of so many bytes in a process that may only write small ones; gives what came of it. */
async function inLittleSpace(dir: string, name: string, size: number): Promise<string> {
  const script = `
    import { addToCorpus } from ${JSON.stringify(ADD)};
    const page = { name: ${JSON.stringify(name)}, bytes: Buffer.alloc(${size}, 120) };
    const update = async () => ({ problems: [], articlesOf: () => 1 });
    const added = addToCorpus(${JSON.stringify(dir)}, page, update);
    console.log(await added.then(({ outcome }) => outcome, ({ name, message }) => name + " " + message));`;
  const node = [process.execPath, "--import", import.meta.resolve("tsx")];
  const options = ["--input-type=module", "--eval", script];
  const limited = `ulimit -f ${BLOCKS_OF_1024} && exec "$@"`;
  const child = spawn("bash", ["-c", limited, "bash", ...node, ...options], {
    env: { ...process.env, TSX_DISABLE_CACHE: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  await once(child, "close");
  return out;
}
