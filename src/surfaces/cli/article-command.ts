import { Command } from "commander";
import { articleJson } from "../../answer/answer-json.ts";
import { phrasesFor } from "../../answer/phrases.ts";
import type { Article } from "../../articles/article.ts";
import { UserError } from "../../errors.ts";
import { renderSource } from "./render-answer.ts";
import type { Services } from "./services.ts";
import { printJson, type Terminal } from "./terminal.ts";
import { withNewspaper } from "./with-newspaper.ts";

/** `baowen article ID`: one article, whole. */
export function articleCommand(services: Services, terminal: Terminal): Command {
  return new Command("article")
    .description("show one article")
    .argument("<ID>", "as `baowen articles` lists it")
    .option("--json", "print it as JSON")
    .action(async (id: string, { json }: { readonly json?: true }) => {
      await withNewspaper(services, terminal, ({ newspaper }) => {
        const article = newspaper.article(id);
        if (!article) {
          throw new UserError(`No article '${id}'. \`baowen articles\` lists all ids.`);
        }
        if (json) printJson(terminal, articleJson(article));
        else terminal.out(renderArticle(article, terminal.colors));
      });
    });
}

function renderArticle(article: Article, colors: Terminal["colors"]): string {
  const { headline, subheadline, byline, captions, text, source } = article;
  const head = [
    colors.bold(headline),
    subheadline,
    byline,
    colors.dim(renderSource(source, phrasesFor("en"))),
  ];
  const tail = captions.map((caption) => `(${caption})`);
  return [head.filter((line) => line !== undefined).join("\n"), text, ...tail].join("\n\n");
}
