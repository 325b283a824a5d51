import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { answerJson, articleJson } from "../../answer/answer-json.ts";
import type { Newspaper } from "../../answer/newspaper.ts";
import { UserError } from "../../errors.ts";
import { parseAskRequest } from "./ask-request.ts";

/** The routes for other programs: a question in, an answer out; an article by its id. */
export function createApi(newspaper: Newspaper, ask: Newspaper["ask"]): Hono {
  const api = new Hono();
  const limitBody = bodyLimit({
    maxSize: maxBodyBytes,
    onError: (c) => c.json({ error: `Expected at most ${maxBodyBytes} bytes.` }, 413),
  });

  api.post("/ask", limitBody, async (c) => {
    try {
      const { question, limit } = parseAskRequest(await c.req.text());
      return c.json(answerJson(await ask(question, limit === undefined ? {} : { limit })));
    } catch (error) {
      if (error instanceof UserError) return c.json({ error: error.message }, 400);
      throw error;
    }
  });

  api.get("/articles/:id", (c) => {
    const article = newspaper.article(c.req.param("id"));
    if (article === undefined) return c.json({ error: "No article has this id." }, 404);
    return c.json(articleJson(article));
  });

  return api;
}

// Room for a long question in any script many times over, too little to hurt.
const maxBodyBytes = 64 * 1024;
