import { Command } from "commander";
import { bringUpToDate } from "./bring-up-to-date.ts";
import type { IndexSummary, Services } from "./services.ts";
import { printJson, type Terminal } from "./terminal.ts";

interface Options {
  readonly corpus?: string;
  readonly index?: string;
  readonly rebuild?: true;
  readonly json?: true;
}

/** `baowen index`: brings the index up to date with the corpus. */
export function indexCommand(services: Services, terminal: Terminal): Command {
  return new Command("index")
    .description("bring the index up to date with the corpus; only what changed is embedded again")
    .option("--corpus <DIR>", "folder of pages and articles (default: CORPUS_DIR)")
    .option("--index <DIR>", "folder of the index (default: INDEX_DIR)")
    .option("--rebuild", "throw the old index away and make it anew")
    .option("--json", "print what was done as JSON")
    .action(async (options: Options) => {
      const summary = await bringUpToDate(services, terminal, {
        mode: options.rebuild ? "rebuild" : "update",
        ...(options.corpus === undefined ? {} : { corpusDir: options.corpus }),
        ...(options.index === undefined ? {} : { indexDir: options.index }),
      });
      if (options.json) printJson(terminal, summary);
      else terminal.out(describe(summary));
      if (summary.problems.length > 0) terminal.setExitCode(1);
    });
}

function describe(summary: IndexSummary): string {
  const { files, articles, passages, changed, removed, embedded } = summary;
  return [
    `${articles} articles in ${passages} passages, from ${files} files.`,
    changed.length + removed.length === 0
      ? "Nothing had changed."
      : `${changed.length} files read, ${removed.length} removed, ${embedded} passages embedded.`,
  ].join("\n");
}
