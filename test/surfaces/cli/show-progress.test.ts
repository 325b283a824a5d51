import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { showProgress } from "../../../src/surfaces/cli/show-progress.ts";
import { RecordingTerminal } from "./run-command.ts";

describe("showProgress", () => {
  test("says in words how it starts and ends where nobody sees a bar", () => {
    const terminal = new RecordingTerminal();
    const bar = showProgress(terminal, "Indexing", "passages");
    bar.update({ done: 1, total: 9 });
    bar.update({ done: 5, total: 9 });
    expect(terminal.notes).toEqual(["Indexing 9 passages …"]);
    bar.stop();
    bar.stop();
    expect(terminal.notes).toEqual(["Indexing 9 passages …", "Indexing: 5 of 9 passages."]);
    expect(terminal.written).toEqual([]);
  });

  test("says nothing of work that turns out to be none", () => {
    const terminal = new RecordingTerminal();
    showProgress(terminal, "Indexing", "passages").stop();
    expect(terminal.notes).toEqual([]);
  });

  test("draws a bar on standard error for a person, from the first update on", () => {
    const { terminal, drawn } = personalTerminal();
    const bar = showProgress(terminal, "Indexing", "passages");
    expect(drawn()).toBe("");
    bar.update({ done: 3, total: 9 });
    bar.stop();
    bar.stop();
    expect(drawn()).toMatch(/Indexing .* 3\/9 passages/);
    expect([...terminal.notes, ...terminal.written]).toEqual([]);
  });
});

/** A terminal whose standard error has a person before it. */
function personalTerminal() {
  const stream = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY: true, columns: 80 });
  let all = "";
  stream.on("data", (text: string) => (all += text));
  const progress = stream as unknown as NodeJS.WriteStream;
  const terminal = Object.assign(new RecordingTerminal(), { progress });
  return { terminal, drawn: () => all };
}
