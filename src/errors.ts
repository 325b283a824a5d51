/**
 * What a person did or can mend: a missing file, a wrong setting, a damaged page. The message says
 * what was expected, what came and what to do; it is printed without a stack. Every other error is a
 * bug and keeps its stack.
 */
export class UserError extends Error {
  override readonly name: string = "UserError";
}

/** A command or a setting was written wrongly: exit status 2 instead of 1. */
export class UsageError extends UserError {
  override readonly name = "UsageError";
}

/** The message of anything thrown, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system error such as `ENOENT`, or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
