import { z } from "zod";
import { UserError } from "../../../errors.ts";
import { readJsonLines } from "../read-json-lines.ts";
import type { LabelledQuestion } from "./evaluate.ts";

/** Reads labelled questions. Throws `UserError` for the first line that is none, or when there are none. */
export async function readQuestions(path: string): Promise<LabelledQuestion[]> {
  const questions = await readJsonLines(path, questionSchema, QUESTION);
  if (questions.length === 0) throw new UserError(`Expected questions in '${path}', got none.`);
  return questions;
}

const QUESTION = '{"question", "answerable", "evidence": words or [words]}';

const questionSchema: z.ZodType<LabelledQuestion> = z.object({
  question: z.string(),
  answerable: z.boolean(),
  evidence: z
    .union([z.string().transform((words) => [words]), z.array(z.string())])
    .optional()
    .transform((evidence) => evidence ?? []),
  unanswerable_type: z.string().optional(),
  lang: z.string().optional(),
  kind: z.string().optional(),
});
