import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAsPromised, torture, type TortureReport } from "./run-torture.ts";

// npm run torture -- [KILLS]: kills the bot that often while it answers, and tells what became of the questions.
const kills = Number(process.argv[2] ?? 1000);
if (!Number.isSafeInteger(kills) || kills < 1) {
  throw new Error(`Expected a number of kills, got '${process.argv[2] ?? ""}'.`);
}

const folder = mkdtempSync(join(tmpdir(), "baowen-torture-"));
try {
  const report = await torture({ kills, folder, onKill: tell });
  process.stdout.write(textOf(report));
  process.exitCode = isAsPromised(report) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tell(killed: number): void {
  if (killed % 50 === 0) process.stderr.write(`${killed} kills\n`);
}

function textOf(report: TortureReport): string {
  const { lost, disorderedChats, notes } = report;
  const lines = [
    ["questions", report.questions],
    ["messages that answer them", report.messages],
    ["kills", `${report.kills} (${report.killsPerSecond.toFixed(1)} a second)`],
    ["lost", [lost.length, ...lost.map(({ chat, n }) => `${chat}-${n}`)].join(" ")],
    ["left in the inbox", report.leftInInbox],
    ["messages sent twice", report.repeats],
    ["kills that repeated more than one", report.excessiveRepeats],
    [
      "order kept in each chat",
      disorderedChats.length === 0 ? "yes" : `not in ${disorderedChats.join(", ")}`,
    ],
  ];
  const table = lines.map(([what, value]) => `${value}`.padStart(24) + `  ${what}\n`).join("");
  return notes === "" ? table : `${table}\nThe bots complained:\n${notes.slice(0, 2000)}\n`;
}
