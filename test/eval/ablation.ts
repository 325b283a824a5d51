/**
 * Leaves out one part of Baowen after the other and prints what each is worth, as a Markdown table:
 *
 *   npx tsx test/eval/ablation.ts
 *
 * The parts stay as they are; what they are given lacks something. Weights and threshold are those of the
 * whole program.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../../src/articles/article.ts";
import { createNewspaper } from "../../src/answer/newspaper.ts";
import { parseConfig } from "../../src/config.ts";
import { openModels } from "../../src/embedding/local-models.ts";
import type { Reader } from "../../src/embedding/reader.ts";
import { SearchIndex } from "../../src/indexing/search-index.ts";
import { createRetriever, type SearchedIndex } from "../../src/search/retriever.ts";
import { askAll } from "../../src/surfaces/cli/evaluation/ask-all.ts";
import type { Figures } from "../../src/surfaces/cli/evaluation/evaluate.ts";
import { reportOn } from "../../src/surfaces/cli/evaluation/report.ts";
import { openIndexOf, openPages, openStories, type QuestionSet } from "./question-sets.ts";

/** A way to leave something out. */
interface Variant {
  readonly name: string;
  readonly index?: (index: SearchedIndex) => Partial<SearchedIndex>;
  readonly reader?: Reader;
  readonly corpus?: (set: QuestionSet) => readonly Pick<Article, "id" | "headline" | "text">[];
}

const undecided: Reader = {
  read: (_, { sentences }) => Promise.resolve({ relevance: 0, spans: sentences.map(() => 0) }),
};

const VARIANTS: readonly Variant[] = [
  { name: "all of it" },
  { name: "without the reader", reader: undecided },
  { name: "without terms", index: () => ({ matching: () => [], weightOf: () => 0 }) },
  { name: "without vectors among the candidates", index: () => ({ nearest: () => [] }) },
  {
    name: "without headlines",
    corpus: (set) => set.open.newspaper.articles().map((one) => ({ ...one, headline: "" })),
  },
  { name: "without segmentation (raw pages)", corpus: rawPages },
];

const models = await openModels(parseConfig({}).EMBEDDING_MODEL);
const [embedder, reader] = await Promise.all([models.loadEmbedder(), models.loadReader()]);
process.stdout.write(
  "| | set | right article first | first quote | any quote | AUROC | ms a question |\n|---|---|---|---|---|---|---|\n",
);
for (const openSet of [openPages, openStories]) {
  const set = await openSet();
  for (const variant of VARIANTS) await measure(set, variant);
  set.close();
}
process.exit(0);

async function measure(set: QuestionSet, variant: Variant): Promise<void> {
  const articles = variant.corpus?.(set);
  if (articles?.length === 0) return;
  const corpus = articles && writeCorpus(articles);
  const indexed = corpus === undefined ? set : await openIndexOf(corpus);
  const whole = SearchIndex.open(indexed.indexDir, models.fingerprint);
  const searched: SearchedIndex = {
    nearest: (vector, limit) => whole.nearest(vector, limit),
    matching: (text, limit) => whole.matching(text, limit),
    weightOf: (text) => whole.weightOf(text),
    passage: (id) => whole.passage(id),
    article: (id) => whole.article(id),
    newestDate: whole.newestDate,
  };
  const retriever = createRetriever({ ...searched, ...variant.index?.(searched) }, embedder);
  const newspaper = createNewspaper(whole, { retriever, reader: variant.reader ?? reader });
  const outcomes = await askAll(set.questions, { newspaper, retriever });
  const report = reportOn(outcomes, newspaper.article);
  // A whole page holds the answer of one question in two, whatever was found in it.
  const ofArticle = variant.corpus === rawPages ? "–" : inWords(report.rightArticleFirst);
  const cells = [
    ...[variant.name, set.name, ofArticle],
    ...[report.evidenceInFirstQuote, report.evidenceInAnyQuote, report.auroc].map(inWords),
    report.millisecondsMedian.toFixed(0),
  ];
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
  whole.close();
  if (corpus === undefined) return;
  indexed.close();
  rmSync(corpus, { recursive: true });
}

/** Each page as one article, its lines in the order of the file; none where articles came whole. */
function rawPages({ open: { newspaper } }: QuestionSet) {
  const files = [...new Set(newspaper.articles().map(({ source }) => source.file))];
  return files.flatMap((file, i) => {
    const page = newspaper.page(file);
    const text = page?.lines.map((line) => line.text).join("\n");
    return text === undefined ? [] : [{ id: `page-${i}`, headline: "", text }];
  });
}

function writeCorpus(articles: readonly Pick<Article, "id" | "headline" | "text">[]): string {
  const corpus = mkdtempSync(join(tmpdir(), "baowen-ablation-"));
  const lines = articles.map(({ id, headline, text }) =>
    JSON.stringify({ id, title: headline, text }),
  );
  writeFileSync(join(corpus, "articles.jsonl"), lines.join("\n"));
  return corpus;
}

function inWords(figure: Figures["auroc"]): string {
  return figure === undefined ? "–" : figure.value.toFixed(2);
}
