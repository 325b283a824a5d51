import { Command } from "commander";
import { articleJson } from "../../answer/answer-json.ts";
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
        for (const { id, headline, source } of articles) {
          const printed = [source.date, source.page, source.file].filter(Boolean).join(" ");
          terminal.out(`${id}  ${headline}  ${terminal.colors.dim(printed)}`);
        }
      });
    });
}
