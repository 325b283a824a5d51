import { HttpError, type Transformer } from "grammy";
import { messageOf } from "../../../errors.ts";
import { redactToken } from "./redact-token.ts";

/**
 * Keeps the token out of the errors of failed requests. grammY's hold the URL, and the URL holds the
 * token: whoever prints such an error prints the token. What leaves here has the reason alone.
 */
export function keepTokenIn(token: string): Transformer {
  return async (previous, method, payload, signal) => {
    try {
      return await previous(method, payload, signal);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const reason = redactToken(messageOf(error.error), token);
      throw new HttpError(`Network request for '${method}' failed: ${reason}`, new Error(reason));
    }
  };
}
