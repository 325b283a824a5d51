import { Hono } from "hono";
import { etag } from "hono/etag";
import type { Newspaper } from "../../answer/newspaper.ts";
import { UserError } from "../../errors.ts";
import { articlePage } from "./article-page.ts";
import { wordingFor } from "./interface-language.ts";
import { pageMap } from "./page-map.ts";
import { searchPage, type SearchOutcome } from "./search-page.ts";
import { stylesheet } from "./stylesheet.ts";

/** The routes for people: search, article, page map and the stylesheet they share. */
export function createReaderPages(newspaper: Newspaper, ask: Newspaper["ask"]): Hono {
  const pages = new Hono();

  pages.get("/", async (c) => {
    const outcome = await searchOutcome(ask, c.req.query("q")?.trim() ?? "");
    const status = outcome.kind === "refused" ? 400 : 200;
    return c.html(searchPage(wordingFor(c), outcome, newspaper.articles()), status);
  });

  pages.get("/a/:id", (c) => {
    const article = newspaper.article(c.req.param("id"));
    if (article === undefined) return c.notFound();
    return c.html(articlePage(wordingFor(c), article, c.req.query("q") ?? ""));
  });

  // Any character at all: a file may lie in a folder, and `.` would stop at a line separator.
  pages.get("/pages/:file{[^]+}", (c) => {
    const page = newspaper.page(c.req.param("file"));
    if (page === undefined) return c.notFound();
    return c.html(pageMap(wordingFor(c), page, (id) => newspaper.article(id)));
  });

  pages.get("/style.css", etag(), (c) =>
    c.body(stylesheet, 200, { "Content-Type": "text/css; charset=utf-8" }),
  );

  return pages;
}

async function searchOutcome(ask: Newspaper["ask"], question: string): Promise<SearchOutcome> {
  if (question === "") return { kind: "no question" };
  try {
    return { kind: "answer", question, answer: await ask(question) };
  } catch (error) {
    if (error instanceof UserError) return { kind: "refused", question, reason: error.message };
    throw error;
  }
}
