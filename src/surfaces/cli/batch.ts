import { z } from "zod";
import { UserError } from "../../errors.ts";
import { readJsonLines } from "./read-json-lines.ts";
import { printJson, type Terminal } from "./terminal.ts";

/** A line of a batch file. */
export type BatchLine = Readonly<z.infer<typeof lineSchema>>;

/**
 * Runs `work` on each line of a batch file and prints what it gives, one JSON a line, in order. A line
 * that cannot be answered gets `{"id", "question", "error"}` in its place and exit status 1.
 * Throws `UserError` with the line number, before any work, for a file that is no batch.
 */
export async function runBatch(
  terminal: Terminal,
  path: string,
  work: (line: BatchLine) => Promise<unknown>,
): Promise<void> {
  for (const line of await readJsonLines(path, lineSchema, LINE)) {
    try {
      printJson(terminal, await work(line));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      printJson(terminal, { ...line, error: error.message });
      terminal.setExitCode(1);
    }
  }
}

const LINE = '{"id"?, "question", "history"?: [earlier questions]}';

const lineSchema = z.object({
  id: z.union([z.string(), z.number().transform(String)]).optional(),
  question: z.string(),
  /** Earlier questions of the conversation. Checked, not yet understood. */
  history: z.array(z.string()).optional(),
});
