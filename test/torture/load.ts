/**
 * Floods a bot and prints how it bears it, as a Markdown table:
 *
 *   npm run load
 *
 * First 500 questions from 100 chats at once, answered from the two pages by the real models: are all answered,
 * after how long, and how long was the event loop ever held up? Then 10,000 updates with a newspaper that
 * answers at once: does memory stay where it is?
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Newspaper } from "../../src/answer/newspaper.ts";
import { createApp } from "../../src/app.ts";
import { parseConfig } from "../../src/config.ts";
import { openBotState } from "../../src/surfaces/telegram/bot-state.ts";
import { runBot } from "../../src/surfaces/telegram/run-bot.ts";
import { BotApiServer } from "../helpers/bot-api-server.ts";
import { fakeNewspaper, messageIn, settingsFor } from "../surfaces/telegram/bot-under-test.ts";

const QUESTIONS = 500;
const CHATS = 100;
const UPDATES = 10_000;
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const folder = mkdtempSync(join(tmpdir(), "baowen-load-"));
const app = createApp(parseConfig({ INDEX_DIR: join(folder, "index") }));
await app.updateIndex({ mode: "update", onProgress: nothing });
const open = await app.open();
const lines = readFileSync(new URL("../eval/questions.jsonl", import.meta.url), "utf8").trim();
const asked = lines.split("\n").map((line) => (JSON.parse(line) as { question: string }).question);

const flood = await bear(open.newspaper, QUESTIONS, (i) => asked[i % asked.length] ?? "");
const crowd = await bear(fakeNewspaper(), UPDATES, (i) => `第${i}问？`);
open.close();
rmSync(folder, { recursive: true });

print("", `${QUESTIONS} questions, real models`, `${UPDATES} updates, fake newspaper`);
print("---", "---", "---");
print("answered", flood.answered, crowd.answered);
print("seconds in all", flood.seconds, crowd.seconds);
print("seconds to an answer, median", flood.median, crowd.median);
print("seconds to an answer, 95th", flood.high, crowd.high);
print("longest hold-up of the event loop, ms", flood.holdUp, crowd.holdUp);
print("MB resident after a tenth", flood.early, crowd.early);
print("MB resident at the end", flood.late, crowd.late);
process.exit(0);

/** Sends so many questions from 100 chats at once and waits until all are answered. */
async function bear(newspaper: Newspaper, count: number, question: (i: number) => string) {
  const server = await new BotApiServer().listen();
  const state = openBotState(mkdtempSync(join(folder, "state-")), quiet);
  const editing = {
    reindex: () => Promise.resolve({ files: 0, articles: 0, embedded: 0 }),
    add: () => Promise.resolve({ outcome: "exists" as const }),
  };
  const dependencies = { newspaper, state, editing, version: "0", logger: quiet };
  const settings = { ...settingsFor(server), questionsPerMinute: Infinity };
  const bot = await runBot(settings, dependencies);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const took: number[] = [];
  let early = 0;
  server.hold = ({ method }) => {
    if (method === "sendMessage") {
      took.push((performance.now() - started) / 1000);
      if (took.length === Math.ceil(count / 10)) early = megabytes();
    }
    return undefined;
  };
  for (let i = 0; i < count; i++) server.push(messageIn(1000 + (i % CHATS), question(i)));
  while (state.inbox.depth > 0 || took.length < count) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  delay.disable();
  const seconds = (performance.now() - started) / 1000;
  const late = megabytes();
  await bot.stop();
  state.close();
  await server.close();
  const percentile = (part: number): string =>
    (took[Math.ceil(part * took.length) - 1] ?? 0).toFixed(1);
  return {
    answered: new Set(server.sent.map(({ messageId }) => messageId)).size,
    seconds: seconds.toFixed(0),
    median: percentile(0.5),
    high: percentile(0.95),
    holdUp: (delay.max / 1e6).toFixed(0),
    early: early.toFixed(0),
    late: late.toFixed(0),
  };
}

function megabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1024 ** 2;
}

function print(...cells: (string | number)[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

function nothing(): void {
  // Nobody listens.
}
