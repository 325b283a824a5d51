import { z } from "zod";
import { UserError } from "../../errors.ts";
import { readJsonLines } from "./read-json-lines.ts";
import { printJson, type Terminal } from "./terminal.ts";

/** A line of a batch file. */
export type BatchLine = Readonly<z.infer<typeof lineSchema>>;

/** Reads a batch file. Throws `UserError` with file and line for the first that is no question. */
export function readBatch(path: string): Promise<BatchLine[]> {
  return readJsonLines(path, lineSchema, LINE);
}

/**
 * Runs `work` on each line of a batch and prints what it gives, one JSON a line, in order. A line
 * that cannot be answered gets `{"id", "question", "error"}` in its place and exit status 1.
 */
export async function runBatch(
  terminal: Terminal,
  batch: readonly BatchLine[],
  work: (line: BatchLine) => Promise<unknown>,
): Promise<void> {
  for (const line of batch) {
    try {
      printJson(terminal, await work(line));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      printJson(terminal, { id: line.id, question: line.question, error: error.message });
      terminal.setExitCode(1);
    }
  }
}

const LINE = '{"id"?, "question", "history"?: [earlier questions]}';

const lineSchema = z.object({
  id: z.union([z.string(), z.number().transform(String)]).optional(),
  question: z.string(),
  /** Earlier questions of the conversation, the latest last. */
  history: z.array(z.string()).optional(),
});
