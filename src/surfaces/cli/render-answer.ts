import type { ArticleSource } from "../../articles/article.ts";
import type { Answer, Citation, Why } from "../../answer/answer.ts";
import { phrasesFor, type Phrases } from "../../answer/phrases.ts";
import { sumOf } from "./sum-of.ts";
import type { Terminal } from "./terminal.ts";

/** An answer for the terminal: each quote with headline, file and lines, or the closest articles. */
export function renderAnswer(answer: Answer, colors: Terminal["colors"]): string {
  const phrases = phrasesFor(answer.language);
  const why = answer.why === undefined ? [] : [renderWhy(answer.confidence, answer.why, colors)];
  if (answer.status === "not_found") {
    return [renderNotFound(answer, phrases, colors), ...why].join("\n\n");
  }
  const citations = answer.citations.map((citation) => renderCitation(citation, phrases, colors));
  return [phrases.found, ...citations, ...why].join("\n\n");
}

function renderWhy(confidence: number, why: Why, colors: Terminal["colors"]): string {
  const lines = why.sentences.map(
    ({ text, headline, score, parts }) =>
      `${score.toFixed(2)} = ${sumOf(parts, 2)}\n  ${text}\n  ${headline}`,
  );
  const decided = `confidence ${confidence.toFixed(3)}, answered from ${why.threshold} on`;
  return colors.dim([decided, ...lines].join("\n"));
}

/** Where an article stands, in one line: date and page where they are known, file and lines. */
export function renderSource(source: ArticleSource, phrases: Phrases): string {
  const lines = phrases.lines(...source.lines);
  return [source.date, source.edition, source.page, source.file, lines]
    .filter((part) => part !== undefined)
    .join(", ");
}

function renderCitation(
  { n, headline, quote, start, words, source, link }: Citation,
  phrases: Phrases,
  colors: Terminal["colors"],
): string {
  const [first = "", ...rest] = marked(quote, start, words, colors).split("\n");
  return [
    `[${n}] ${first}`,
    ...rest.map((line) => `    ${line}`),
    `    ${headline}`,
    `    ${colors.dim(renderSource(source, phrases))}`,
    ...(link === undefined ? [] : [`    ${colors.dim(link)}`]),
  ].join("\n");
}

/** A quote in bold, the words that answer underlined, each line by itself. */
function marked(
  quote: string,
  start: number,
  words: Citation["words"],
  colors: Terminal["colors"],
): string {
  const [from, to] = words === undefined ? [0, 0] : [words.start - start, words.end - start];
  const bold = (text: string): string =>
    text
      .split("\n")
      .map((line) => (line === "" ? line : colors.bold(line)))
      .join("\n");
  const answer = quote.slice(from, to);
  return (
    bold(quote.slice(0, from)) +
    (answer === "" ? "" : colors.underline(bold(answer))) +
    bold(quote.slice(to))
  );
}

function renderNotFound(answer: Answer, phrases: Phrases, colors: Terminal["colors"]): string {
  if (answer.nearest.length === 0) return phrases.notFound;
  const nearest = answer.nearest.map(
    ({ headline, articleId }) => `  ${headline} ${colors.dim(`(baowen article ${articleId})`)}`,
  );
  return [phrases.notFound, "", phrases.nearest, ...nearest].join("\n");
}
