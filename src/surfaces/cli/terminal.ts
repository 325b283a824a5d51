import pc from "picocolors";

/** Where a command writes: data to `out`, all else to `note`; and how it colours. */
export interface Terminal {
  /** Data, with a line end added; the only thing on standard output. */
  readonly out: (text: string) => void;
  /** Words for a person, with a line end added, on standard error. */
  readonly note: (text: string) => void;
  readonly input: NodeJS.ReadableStream;
  /** Standard error, for progress bars. */
  readonly progress: NodeJS.WriteStream;
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Read before anything else is done; a command sets it for what went wrong on the way. */
  readonly setExitCode: (code: number) => void;
}

/** The terminal of this process; colours only where a person sees them. */
export function processTerminal(process: NodeJS.Process): Terminal {
  return {
    out: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    input: process.stdin,
    progress: process.stderr,
    colors: pc.createColors(process.stdout.isTTY && pc.isColorSupported),
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}

/** One JSON value on one line. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value));
}
