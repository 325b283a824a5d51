import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { askAll } from "./evaluation/ask-all.ts";
import { readQuestions } from "./evaluation/question-file.ts";
import { renderReport, reportOn } from "./evaluation/report.ts";
import type { Services } from "./services.ts";
import { showProgress } from "./show-progress.ts";
import { printJson, type Terminal } from "./terminal.ts";
import { withNewspaper } from "./with-newspaper.ts";

/** `baowen eval FILE.jsonl`: quality, speed and memory on labelled questions. */
export function evalCommand(services: Services, terminal: Terminal): Command {
  return new Command("eval")
    .description("measure answers on labelled questions; print quality, speed and memory")
    .argument("<FILE.jsonl>", 'lines {"question", "answerable", "evidence"}')
    .option("--fresh", "also build an index from nothing, in a temporary folder, and time it")
    .option("--json", "print the figures as JSON")
    .action(async (file: string, options: { readonly fresh?: true; readonly json?: true }) => {
      const questions = await readQuestions(file);
      const build = options.fresh ? await timeBuild(services, terminal) : {};
      await withNewspaper(services, terminal, async (open) => {
        const bar = showProgress(terminal, "Asking", "questions");
        const outcomes = await askAll(questions, open, (done) => {
          bar.update({ done, total: questions.length });
        });
        bar.stop();
        const report = { ...reportOn(outcomes, open.newspaper.article), ...build, ...memory() };
        if (options.json) printJson(terminal, report);
        else terminal.out(renderReport(report));
      });
    });
}

/** Seconds for an index from nothing, model loading included, and for a second run over it. */
async function timeBuild(services: Services, terminal: Terminal): Promise<Record<string, number>> {
  const indexDir = await mkdtemp(join(tmpdir(), "baowen-eval-"));
  try {
    const start = performance.now();
    const first = await bringUpToDate(services, terminal, { mode: "rebuild", indexDir });
    const built = performance.now();
    const second = await bringUpToDate(services, terminal, { mode: "update", indexDir });
    return {
      indexSeconds: (built - start) / 1000,
      embedded: first.embedded,
      secondRunSeconds: (performance.now() - built) / 1000,
      embeddedBySecondRun: second.embedded,
    };
  } finally {
    await rm(indexDir, { recursive: true, force: true });
  }
}

function memory(): Record<string, number> {
  // Linux counts it in KiB.
  return { peakResidentMegabytes: process.resourceUsage().maxRSS / 1024 };
}
