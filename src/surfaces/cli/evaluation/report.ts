import type { Article } from "../../../articles/article.ts";
import type { TimedOutcome } from "./ask-all.ts";
import { evaluate, type Figures } from "./evaluate.ts";
import type { Figure } from "./figure.ts";

/** All that was measured: figures of all questions, of each language and kind, and the time they took. */
export interface Report extends Figures {
  readonly byLanguage: Readonly<Record<string, Figures>>;
  readonly byKind: Readonly<Record<string, Figures>>;
  readonly searchMillisecondsMedian: number;
  readonly searchMilliseconds95th: number;
  readonly millisecondsMedian: number;
  readonly milliseconds95th: number;
}

/** Reports on answers to labelled questions. `articleOf` finds the article that an answer names. */
export function reportOn(
  outcomes: readonly TimedOutcome[],
  articleOf: (id: string) => Article | undefined,
): Report {
  const search = outcomes.map(({ searchMilliseconds }) => searchMilliseconds);
  const whole = outcomes.map(({ milliseconds }) => milliseconds);
  const by = (label: "lang" | "kind"): Record<string, Figures> =>
    Object.fromEntries(
      groupsOf(outcomes, label).map(([name, own]) => [name, evaluate(own, articleOf)]),
    );
  return {
    ...evaluate(outcomes, articleOf),
    byLanguage: by("lang"),
    byKind: by("kind"),
    searchMillisecondsMedian: percentile(search, 0.5),
    searchMilliseconds95th: percentile(search, 0.95),
    millisecondsMedian: percentile(whole, 0.5),
    milliseconds95th: percentile(whole, 0.95),
  };
}

/** One figure a line with its interval, then a table of the groups. */
export function renderReport({ byLanguage, byKind, ...figures }: Report): string {
  const lines = Object.entries(figures).flatMap(([name, figure]) =>
    figure === undefined ? [] : [`${name.padEnd(NAME)} ${inWords(figure)}`],
  );
  return [...lines, ...tableOf("by language", byLanguage), ...tableOf("by kind", byKind)].join(
    "\n",
  );
}

const NAME = 28;

function groupsOf(
  outcomes: readonly TimedOutcome[],
  label: "lang" | "kind",
): [string, TimedOutcome[]][] {
  const names = new Set(outcomes.flatMap(({ wanted }) => wanted[label] ?? []));
  return [...names]
    .map((name): [string, TimedOutcome[]] => [
      name,
      outcomes.filter(({ wanted }) => wanted[label] === name),
    ])
    .sort(([, a], [, b]) => b.length - a.length);
}

/** The value that `part` of all values do not exceed (nearest rank). */
function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
}

function inWords(figure: unknown): string {
  if (!isFigure(figure)) return typeof figure === "number" ? formatted(figure) : String(figure);
  const { value, low, high, of } = figure;
  return `${formatted(value)}  (${formatted(low)} to ${formatted(high)}, ${of} questions)`;
}

function isFigure(figure: unknown): figure is Figure {
  return typeof figure === "object" && figure !== null && "value" in figure;
}

function formatted(value: number): string {
  if (Number.isInteger(value) && value > 1) return String(value);
  return value.toFixed(value < 10 ? 3 : 0);
}

const COLUMNS = [
  ["right article", "rightArticleFirst"],
  ["first quote", "evidenceInFirstQuote"],
  ["any quote", "evidenceInAnyQuote"],
  ["refused", "refusedAlthoughAnswerable"],
  ["false", "falseAnswers"],
] as const;

function tableOf(title: string, groups: Readonly<Record<string, Figures>>): string[] {
  if (Object.keys(groups).length === 0) return [];
  const head = ["", title.padEnd(14), "questions", ...COLUMNS.map(([name]) => name.padStart(14))];
  const rows = Object.entries(groups).map(([name, figures]) =>
    [
      name.padEnd(14),
      String(figures.questions).padStart(9),
      ...COLUMNS.map(([, key]) => (figures[key]?.value.toFixed(2) ?? "–").padStart(14)),
    ].join(" "),
  );
  return [head.slice(0, 1).join(""), head.slice(1).join(" "), ...rows];
}
