import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What an operator can measure. Made once and handed to every surface, so that all count in one place. */
export interface Metrics {
  /** Counts one question that a surface has put to the newspaper, and how long it took. */
  readonly countQuestion: (surface: string, outcome: QuestionOutcome, seconds: number) => void;
  /** Counts a call that Telegram refused (its code) or did not answer (0). */
  readonly countFailedCall: (method: string, code: number) => void;
  /** From now on shows what the bot's inbox holds. */
  readonly watchInbox: (inbox: WatchedInbox) => void;
  readonly contentType: string;
  /** All figures in the text format of Prometheus. */
  readonly text: () => Promise<string>;
}

/** Updates that came since the start, and those that wait for their answer. */
export interface WatchedInbox {
  readonly received: number;
  readonly depth: number;
}

/** `refused`: the question could not be asked; `failed`: a bug. */
export type QuestionOutcome = "answered" | "not_found" | "refused" | "failed";

/** Starts the figures of this process at zero, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: "baowen_questions_total",
    help: "Questions by surface and by what came of them.",
    labelNames: ["surface", "status"],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "baowen_answer_seconds",
    help: "Seconds from question to answer.",
    labelNames: ["surface"],
    buckets: answerSecondBuckets,
    registers: [registry],
  });
  const failedCalls = new Counter({
    name: "baowen_telegram_failed_calls_total",
    help: "Calls that Telegram refused, by its code, or did not answer (0).",
    labelNames: ["method", "code"],
    registers: [registry],
  });
  return {
    countFailedCall: (method, code) => {
      failedCalls.inc({ method, code: String(code) });
    },
    watchInbox: (inbox) => {
      watch(registry, inbox);
    },
    countQuestion: (surface, status, elapsed) => {
      questions.inc({ surface, status });
      seconds.observe({ surface }, elapsed);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

// Around one second, which ~20 pairs for the reader model (~55 ms each on two cores) take.
const answerSecondBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

function watch(registry: Registry, inbox: WatchedInbox): void {
  new Gauge({
    name: "baowen_updates_received",
    help: "Updates that Telegram has sent since the start, each once.",
    registers: [registry],
    collect() {
      this.set(inbox.received);
    },
  });
  new Gauge({
    name: "baowen_updates_waiting",
    help: "Updates that are stored and not answered yet.",
    registers: [registry],
    collect() {
      this.set(inbox.depth);
    },
  });
}
