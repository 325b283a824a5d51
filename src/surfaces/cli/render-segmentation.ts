import type { Article } from "../../articles/article.ts";
import type { LineLabel } from "../../articles/segmentation.ts";
import { certaintyOf } from "./certainty.ts";
import type { SegmentedPage } from "./services.ts";
import type { Terminal } from "./terminal.ts";

/** A page for the terminal: its articles, then every line with its role, coloured by article. */
export function renderSegmentation(
  { page, segmentation }: SegmentedPage,
  colors: Terminal["colors"],
): string {
  const palette = [
    ...[colors.cyan, colors.yellow, colors.green],
    ...[colors.magenta, colors.blue, colors.red],
  ];
  const places = new Map(segmentation.articles.map(({ id }, i) => [id, i]));
  const painter = (id: string | undefined) =>
    id === undefined ? colors.dim : (palette[(places.get(id) ?? 0) % palette.length] ?? String);
  const articles = segmentation.articles.map((article, i) =>
    painter(article.id)(`${i + 1}. ${titleOf(article)}`),
  );
  const lines = page.lines.map(({ n, text }, i) => {
    const label = segmentation.lines[i];
    return painter(label?.article)(`${margin(n, label, places)} ${text}`);
  });
  return [`${page.file}: ${counted(segmentation.articles.length)}`, ...articles, "", ...lines].join(
    "\n",
  );
}

function titleOf(article: Article): string {
  const place = `(${article.id}, lines ${article.source.lines.join("–")})`;
  return [article.headline, certaintyOf(article), place].filter((part) => part !== "").join("  ");
}

const LONGEST_ROLE = "subheadline".length;

function margin(
  n: number,
  label: LineLabel | undefined,
  places: ReadonlyMap<string, number>,
): string {
  const place = label?.article === undefined ? undefined : places.get(label.article);
  const article = place === undefined ? "" : String(place + 1);
  return `${String(n).padStart(5)} ${article.padStart(3)} ${(label?.role ?? "").padEnd(LONGEST_ROLE)}`;
}

function counted(articles: number): string {
  return articles === 1 ? "1 article" : `${articles} articles`;
}
