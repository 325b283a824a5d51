import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { anAnswer, Clock, ELSEWHERE, HERE, openStore } from "./store-under-test.ts";

const STORE = join(import.meta.dirname, "../../../../src/surfaces/telegram/chats/chat-store.ts");
const ANSWERS = 200;

// Starting a process takes a second or two, on a busy machine more.
describe("a second process", { timeout: 30_000 }, () => {
  test("reads and writes the file while the first has it open and writes too", async () => {
    const { store, file, clock } = openStore();
    store.addTurn(HERE, "谁", 1);
    const other = inAnotherProcess(file, clock, [
      `console.log(JSON.stringify(store.turns(${JSON.stringify(HERE)})));`,
      addMany(ELSEWHERE),
    ]);
    for (let i = 0; i < ANSWERS; i += 1) {
      store.addAnswer(anAnswer());
      if (i % 20 === 0) await new Promise(setImmediate);
    }
    store.forget({ chat: 99, topic: 0 });
    expect(await other).toEqual({ status: 0, out: '["谁"]\n', notes: "" });
    expect(store.counts().answers).toBe(2 * ANSWERS);
  });

  test("may be the one that makes the file, at the same moment as others", async () => {
    const file = join(temporaryFolder(), "chats.sqlite");
    const clock = new Clock();
    const others = [1, 2, 3].map(() => inAnotherProcess(file, clock, [addMany(ELSEWHERE)]));
    for (const { status, notes } of await Promise.all(others)) {
      expect(notes).toBe("");
      expect(status).toBe(0);
    }
    expect(openStore(file, clock).store.counts().answers).toBe(3 * ANSWERS);
  });
});

function addMany(place: typeof HERE): string {
  const answer = JSON.stringify(anAnswer({ place }));
  return `for (let i = 0; i < ${ANSWERS}; i += 1) store.addAnswer(${answer});`;
}

async function inAnotherProcess(file: string, clock: Clock, lines: readonly string[]) {
  const script = [
    `import { ChatStore } from ${JSON.stringify(pathToFileURL(STORE).href)};`,
    `const store = new ChatStore(${JSON.stringify(file)}, { now: () => ${clock.time} });`,
    ...lines,
    "store.close();",
  ].join("\n");
  const options = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval"];
  const child = spawn(process.execPath, [...options, script]);
  let out = "";
  let notes = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (notes += text));
  const [status] = (await once(child, "close")) as [number];
  return { status, out, notes };
}
