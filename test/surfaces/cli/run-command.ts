import { PassThrough } from "node:stream";
import pc from "picocolors";
import { createProgram } from "../../../src/surfaces/cli/program.ts";
import type { Services } from "../../../src/surfaces/cli/services.ts";
import type { Terminal } from "../../../src/surfaces/cli/terminal.ts";
import { createFakeServices } from "./fake-services.ts";

/** What a command wrote and how it ended. */
export interface CommandRun {
  /** Each piece of data on standard output. */
  readonly out: readonly string[];
  /** Each sentence on standard error. */
  readonly notes: readonly string[];
  /** What was written for a progress bar or a prompt. */
  readonly progress: string;
  /** The exit status that the command set; undefined when it set none. */
  readonly exitCode: number | undefined;
  /** What it threw; undefined when it came to its end. */
  readonly failure: unknown;
}

/** A terminal without colours that keeps what is written. */
export class RecordingTerminal implements Terminal {
  readonly written: string[] = [];
  readonly notes: string[] = [];
  readonly input: PassThrough = new PassThrough();
  readonly colors = pc.createColors(false);
  /** Neither a terminal nor a file; only `write` and `isTTY` are asked of it. */
  readonly progress = new PassThrough({ encoding: "utf8" }) as unknown as NodeJS.WriteStream;
  exitCode: number | undefined;

  readonly out = (text: string): void => {
    this.written.push(text);
  };
  readonly note = (text: string): void => {
    this.notes.push(text);
  };
  readonly setExitCode = (code: number): void => {
    this.exitCode = code;
  };
}

/** Runs `baowen` with these words, in this process. */
export async function runCommand(
  words: readonly string[],
  services: Services = createFakeServices(),
  terminal = new RecordingTerminal(),
): Promise<CommandRun> {
  const program = createProgram(services, terminal, "1.2.3");
  const failure = await program.parseAsync(words, { from: "user" }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const { written: out, notes, exitCode } = terminal;
  const progress = String((terminal.progress as unknown as PassThrough).read() ?? "");
  return { out, notes, progress, exitCode, failure };
}

/** The JSON values on standard output. */
export function jsonOf({ out }: CommandRun): unknown[] {
  return out.map((line) => JSON.parse(line) as unknown);
}
