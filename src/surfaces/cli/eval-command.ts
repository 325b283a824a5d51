import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { z } from "zod";
import { UserError } from "../../errors.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { evaluate, type Figures, type LabelledQuestion, type Outcome } from "./evaluation.ts";
import { readJsonLines } from "./read-json-lines.ts";
import type { OpenNewspaper, Services } from "./services.ts";
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
      const questions = await readJsonLines(file, questionSchema, QUESTION);
      if (questions.length === 0) throw new UserError(`Expected questions in '${file}', got none.`);
      const build = options.fresh ? await timeBuild(services, terminal) : {};
      await withNewspaper(services, terminal, async (open) => {
        const outcomes = await askAll(questions, open, terminal);
        const figures = evaluate(outcomes, open.newspaper.article);
        const all = { ...figures, ...build, ...speedOf(outcomes), ...memory() };
        if (options.json) printJson(terminal, all);
        else terminal.out(render(all));
      });
    });
}

const QUESTION = '{"question", "answerable", "evidence": words or [words]}';

const questionSchema: z.ZodType<LabelledQuestion> = z.object({
  question: z.string(),
  answerable: z.boolean(),
  evidence: z
    .union([z.string().transform((words) => [words]), z.array(z.string())])
    .optional()
    .transform((evidence) => evidence ?? []),
  unanswerable_type: z.string().optional(),
});

/** An answer, and what finding its candidates alone took, before anything was read closely. */
interface TimedOutcome extends Outcome {
  readonly searchMilliseconds: number;
}

async function askAll(
  questions: readonly LabelledQuestion[],
  { newspaper, retriever }: OpenNewspaper,
  terminal: Terminal,
): Promise<TimedOutcome[]> {
  const bar = showProgress(terminal, "Asking", "questions");
  const outcomes: TimedOutcome[] = [];
  // The first answer of a process also pays for what is loaded on first use.
  if (questions[0]) await newspaper.ask(questions[0].question);
  for (const wanted of questions) {
    const start = performance.now();
    await retriever.search(wanted.question);
    const searched = performance.now();
    const answer = await newspaper.ask(wanted.question);
    const milliseconds = performance.now() - searched;
    outcomes.push({ wanted, answer, milliseconds, searchMilliseconds: searched - start });
    bar.update({ done: outcomes.length, total: questions.length });
  }
  bar.stop();
  return outcomes;
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

function speedOf(outcomes: readonly TimedOutcome[]): Record<string, number> {
  const search = outcomes.map((outcome) => outcome.searchMilliseconds);
  const whole = outcomes.map(({ milliseconds }) => milliseconds);
  return {
    searchMillisecondsMedian: percentile(search, 0.5),
    searchMilliseconds95th: percentile(search, 0.95),
    millisecondsMedian: percentile(whole, 0.5),
    milliseconds95th: percentile(whole, 0.95),
  };
}

/** The value that `part` of all values do not exceed (nearest rank). */
function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
}

function memory(): Record<string, number> {
  // Linux counts it in KiB.
  return { peakResidentMegabytes: process.resourceUsage().maxRSS / 1024 };
}

/** One figure a line, shares with three digits behind the point. */
function render(figures: Figures & Record<string, number | undefined>): string {
  return Object.entries(figures)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name.padEnd(28)} ${formatted(value ?? 0)}`)
    .join("\n");
}

function formatted(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(value < 10 ? 3 : 0);
}
