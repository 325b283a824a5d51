import { Command } from "commander";
import { articleJson } from "../../answer/answer-json.ts";
import { isUnsure, type Article } from "../../articles/article.ts";
import { askForEditor, certaintyOf } from "./certainty.ts";
import type { Services } from "./services.ts";
import { printJson, type Terminal } from "./terminal.ts";
import { withNewspaper } from "./with-newspaper.ts";

/** `baowen articles`: the list of all articles. */
export function articlesCommand(services: Services, terminal: Terminal): Command {
  return new Command("articles")
    .description("list all articles with their ids")
    .option("--json", "print them as one JSON array")
    .action(async ({ json }: { readonly json?: true }) => {
      await withNewspaper(services, terminal, ({ newspaper }) => {
        const articles = newspaper.articles();
        if (json) {
          printJson(terminal, articles.map(articleJson));
          return;
        }
        for (const article of articles) terminal.out(render(article, terminal.colors));
        const request = askForEditor(articles);
        if (request !== undefined) terminal.note(request);
      });
    });
}

function render(article: Article, colors: Terminal["colors"]): string {
  const { id, headline, source } = article;
  const printed = [source.date, source.page, source.file].filter(Boolean).join(" ");
  const doubt = isUnsure(article) ? [colors.yellow(certaintyOf(article))] : [];
  return [id, headline, colors.dim(printed), ...doubt].join("  ");
}
