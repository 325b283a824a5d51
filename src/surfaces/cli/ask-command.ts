import { Command } from "commander";
import { answerJson } from "../../answer/answer-json.ts";
import { MAX_CITATIONS } from "../../answer/newspaper.ts";
import { UsageError } from "../../errors.ts";
import { readBatch, runBatch } from "./batch.ts";
import { numberFrom } from "./number-option.ts";
import { renderAnswer } from "./render-answer.ts";
import type { Services } from "./services.ts";
import { printJson, type Terminal } from "./terminal.ts";
import { withNewspaper } from "./with-newspaper.ts";

interface Options {
  readonly batch?: string;
  readonly json?: true;
  readonly explain?: true;
  readonly limit: number;
}

/** `baowen ask`: answers a question, or a file of them. */
export function askCommand(services: Services, terminal: Terminal): Command {
  return new Command("ask")
    .description("answer a question; builds the index first when there is none")
    .argument("[QUESTION...]", "in any language")
    .option("--json", "print the answer as JSON")
    .option("--explain", "say why: the sentences that answer best and the parts of each score")
    .option("--limit <N>", "most citations; never more than 3", numberFrom(1, 100), MAX_CITATIONS)
    .option(
      "--batch <FILE.jsonl>",
      'answer each line {"id", "question"}, one JSON answer a line, in order',
    )
    .action(async (words: string[], options: Options) => {
      if ((words.length === 0) === (options.batch === undefined)) {
        throw new UsageError(
          "Expected either a QUESTION or --batch FILE.jsonl. See `baowen ask --help`.",
        );
      }
      // A bad line is told before index and model are opened.
      const batch = options.batch === undefined ? undefined : await readBatch(options.batch);
      const asking = { limit: options.limit, explain: options.explain === true };
      await withNewspaper(services, terminal, async ({ newspaper }) => {
        if (batch) {
          await runBatch(terminal, batch, async ({ id, question, history = [] }) =>
            answerJson(await newspaper.ask(question, { ...asking, history }), id),
          );
          return;
        }
        const answer = await newspaper.ask(words.join(" "), asking);
        if (options.json) printJson(terminal, answerJson(answer));
        else terminal.out(renderAnswer(answer, terminal.colors));
      });
    });
}
