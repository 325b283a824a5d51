import { Command } from "commander";
import { UsageError } from "../../errors.ts";
import { readBatch, runBatch } from "./batch.ts";
import { hitsJson } from "./hits-json.ts";
import { numberFrom } from "./number-option.ts";
import { renderHits } from "./render-hits.ts";
import type { Services } from "./services.ts";
import { printJson, type Terminal } from "./terminal.ts";
import { withNewspaper } from "./with-newspaper.ts";

interface Options {
  readonly batch?: string;
  readonly json?: true;
  readonly explain?: true;
  readonly read: boolean;
  readonly limit: number;
}

/** `baowen search`: ranked passages with the parts of each score. */
export function searchCommand(services: Services, terminal: Terminal): Command {
  return new Command("search")
    .description("find passages, best first, with the parts of each score")
    .argument("[QUERY...]", "in any language")
    .option("--json", "print the passages as JSON")
    .option("--limit <N>", "most passages, 1 to 100", numberFrom(1, 100), 10)
    .option("--explain", "say why: ranks, cosine and BM25 behind each score")
    .option(
      "--no-read",
      "leave the best in the order that vectors and terms give: five times as fast",
    )
    .option(
      "--batch <FILE.jsonl>",
      'search for each line {"id", "question"}, one JSON result a line, in order',
    )
    .action(async (words: string[], options: Options) => {
      if ((words.length === 0) === (options.batch === undefined)) {
        throw new UsageError(
          "Expected either a QUERY or --batch FILE.jsonl. See `baowen search --help`.",
        );
      }
      // A bad line is told before index and model are opened.
      const batch = options.batch === undefined ? undefined : await readBatch(options.batch);
      await withNewspaper(services, terminal, async ({ retriever, readingRetriever }) => {
        const { search } = options.read ? readingRetriever : retriever;
        const why = options.explain ? "evidence" : "parts";
        const { limit } = options;
        if (batch) {
          await runBatch(terminal, batch, async ({ id, question }) =>
            hitsJson(question, (await search(question, limit)).hits, why, id),
          );
          return;
        }
        const query = words.join(" ");
        const { hits } = await search(query, limit);
        if (options.json) printJson(terminal, hitsJson(query, hits, why));
        else terminal.out(renderHits(hits, terminal.colors, why));
      });
    });
}
