import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { createFakeServices } from "./fake-services.ts";
import { runCommand } from "./run-command.ts";

const COMMANDS = [
  ["index", "--rebuild"],
  ["ask", "--batch"],
  ["search", "--explain"],
  ["segment", "<FILE...>"],
  ["articles", "--json"],
  ["article", "<ID>"],
  ["chat", "--help"],
  ["serve", "--help"],
  ["doctor", "--json"],
  ["eval", "--fresh"],
] as const;

describe("help", () => {
  test.each(COMMANDS)("%s --help prints its usage on standard output", async (name, detail) => {
    const services = createFakeServices();
    const { out, notes, failure } = await runCommand([name, "--help"], services);
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(new RegExp(`^Usage: baowen ${name}`));
    expect(out[0]).toContain(detail);
    expect(notes).toEqual([]);
    expect(failure).toMatchObject({ code: "commander.helpDisplayed", exitCode: 0 });
    expect(services.calls).toEqual([]);
  });

  test.each([[["--help"]], [["-h"]], [["help"]]])("%j names every command", async (words) => {
    const { out, failure } = await runCommand(words);
    expect(out).toHaveLength(1);
    const listed = out[0]?.split("\n").flatMap((line) => /^ {2}([a-z]+) /.exec(line)?.[1] ?? []);
    expect(listed).toEqual([...COMMANDS.map(([name]) => name), "help"]);
    expect(failure).toHaveProperty("exitCode", 0);
  });

  test("help COMMAND is COMMAND --help", async () => {
    const { out } = await runCommand(["help", "ask"]);
    expect(out).toEqual((await runCommand(["ask", "--help"])).out);
  });
});

test.each([[["--version"]], [["-V"]]])("%j prints the version alone", async (words) => {
  const { out, failure } = await runCommand(words);
  expect(out).toEqual(["1.2.3"]);
  expect(failure).toHaveProperty("exitCode", 0);
});

describe("wrong usage", () => {
  test.each([
    [["aks"], "unknown command 'aks'"],
    [["ask", "--jsn", "猫"], "unknown option '--jsn'"],
    [["article"], "missing required argument 'ID'"],
    [["article", "a", "b"], "too many arguments"],
    [["articles", "cats"], "too many arguments"],
    [["segment"], "missing required argument 'FILE'"],
    [["eval"], "missing required argument 'FILE.jsonl'"],
    [["index", "--corpus"], "argument missing"],
    [["serve", "now"], "too many arguments"],
    [["chat", "猫"], "too many arguments"],
    [["doctor", "me"], "too many arguments"],
  ])("%j is told on standard error and does nothing", async (words, complaint) => {
    const services = createFakeServices();
    const { out, notes, failure } = await runCommand(words, services);
    expect(failure).toBeInstanceOf(CommanderError);
    expect(failure).toHaveProperty("exitCode", 1);
    expect(notes.join("\n")).toContain(complaint);
    expect(out).toEqual([]);
    expect(services.calls).toEqual([]);
  });

  test("a slip of the finger gets a suggestion", async () => {
    expect((await runCommand(["aks"])).notes.join("\n")).toContain("(Did you mean ask?)");
  });

  test("no command at all prints the help on standard error", async () => {
    const { out, notes, failure } = await runCommand([]);
    expect(out).toEqual([]);
    expect(notes[0]).toMatch(/^Usage: baowen /);
    expect(failure).toHaveProperty("exitCode", 1);
  });
});
