import { describe, expect, test } from "vitest";
import { createFakeServices } from "./fake-services.ts";
import { RecordingTerminal, runCommand, type CommandRun } from "./run-command.ts";

describe("chat", () => {
  test("answers line after line until the end of the input", async () => {
    const run = await chat("What about fish?\n猫在哪里？\n");
    expect(run.out).toHaveLength(2);
    expect(run.out[1]).toMatch(/^\n报纸上写道：\n\n\[1\] 猫展在东街。\n/);
    expect(run.out[0]).toBe(
      "\nThe paper does not say.\n\nThe closest articles:\n  天气 (baowen article rain)\n",
    );
    expect(run.failure).toBeUndefined();
  });

  test("a question may lean on the one before it, unless that was refused", async () => {
    const run = await chat(`何时？\n猫？\n何时？\n狗？\n${"猫".repeat(501)}\n何时？\n`);
    expect(run.out.map((text) => text.includes("猫展"))).toEqual([false, true, true, false, false]);
  });

  test("says how to end, and prompts before each question, on standard error", async () => {
    const run = await chat("猫？\n狗？\n");
    expect(run.notes).toEqual(["Ask in any language. An empty line or Ctrl-D ends."]);
    expect(run.progress).toBe("? ? ? ");
  });

  test("a question that is refused does not end it", async () => {
    const run = await chat(`${"猫".repeat(501)}\n猫？\n`);
    expect(run.notes.slice(1)).toEqual(["Too long."]);
    expect(run.out).toHaveLength(1);
    expect(run.failure).toBeUndefined();
  });

  test("an empty line ends it although there is more", async () => {
    const terminal = new RecordingTerminal();
    terminal.input.write("猫？\n  \n猫！\n");
    const services = createFakeServices();
    const run = await runCommand(["chat"], services, terminal);
    expect(run.out).toHaveLength(1);
    expect(services.calls).toEqual(["open", "close"]);
  });

  test("a bug ends it and closes the newspaper", async () => {
    const services = createFakeServices();
    const run = await chat("break\n猫？\n", services);
    expect(run.failure).toEqual(new TypeError("a bug"));
    expect(run.out).toEqual([]);
    expect(services.calls).toEqual(["open", "close"]);
  });

  test("a question that comes in pieces and without a line end is answered", async () => {
    const terminal = new RecordingTerminal();
    const running = runCommand(["chat"], createFakeServices(), terminal);
    terminal.input.write("猫在");
    terminal.input.end("哪里？");
    expect((await running).out).toHaveLength(1);
  });
});

function chat(input: string, services = createFakeServices()): Promise<CommandRun> {
  const terminal = new RecordingTerminal();
  terminal.input.end(input);
  return runCommand(["chat"], services, terminal);
}
