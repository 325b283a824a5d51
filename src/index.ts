#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { createApp } from "./app.ts";
import { parseConfig } from "./config.ts";
import { UsageError, UserError, codeOf } from "./errors.ts";
import { createProgram } from "./surfaces/cli/program.ts";
import { processTerminal } from "./surfaces/cli/terminal.ts";

/** The command `baowen`: reads the settings, wires the rooms, runs a command, says what went wrong. */
async function main(): Promise<number> {
  const terminal = processTerminal(process);
  try {
    loadEnvFile();
    const app = createApp(parseConfig(process.env), version());
    await createProgram(app, terminal, version()).parseAsync(process.argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError)) throw error;
    terminal.note(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") {
      throw new UserError(`Cannot read the settings in '.env' (${codeOf(cause) ?? "damaged"}).`, {
        cause,
      });
    }
  }
}

function version(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

// `baowen articles | head` closes the pipe early; that is the reader's good right.
process.stdout.on("error", (error) => {
  if (codeOf(error) === "EPIPE") process.exit(0);
  throw error;
});

// Ends the process although native code of the model may still hold threads.
process.exit(await main());
