import { z } from "zod";
import { UserError } from "../../errors.ts";

/** A question as another program sends it to `POST /api/ask`. */
export interface AskRequest {
  readonly question: string;
  readonly limit?: number | undefined;
}

/** Reads the body of `POST /api/ask`. Throws `UserError` for anything that is not a question. */
export function parseAskRequest(body: string): AskRequest {
  const parsed = askRequest.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => issue.message);
  throw new UserError(sentences.join(" "));
}

const askRequest = z.object(
  {
    question: z
      .string("Expected 'question' to be a text.")
      .refine(
        (text) => text.trim() !== "",
        "Expected 'question' to hold words, got an empty text.",
      ),
    limit: z
      .number("Expected 'limit' to be a whole number from 1 to 3.")
      .refine(
        (limit) => Number.isInteger(limit) && limit >= 1 && limit <= 3,
        "Expected 'limit' to be a whole number from 1 to 3.",
      )
      .optional(),
  },
  'Expected an object such as {"question": "…"}.',
);

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new UserError('Expected the body to be JSON such as {"question": "…"}.', { cause });
  }
}
