/**
 * Searches 120 Chinese encyclopaedia passages of XQuAD (Artetxe et al., ACL 2020) with the same questions in
 * Chinese, English, Russian and Arabic, and prints for how many of them the right passage comes first:
 *
 *   npx tsx test/eval/cross-lingual.ts
 *
 * The data may not be copied into this repository; without them nothing is measured. The reader was trained
 * on passages and questions of these, so its figures are an upper bound.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shareOf, type Figure } from "../../src/surfaces/cli/evaluation/figure.ts";
import { openIndexOf } from "./question-sets.ts";
import { SHARED } from "./shared.ts";

interface Passage {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
}

interface Question {
  readonly lang: string;
  readonly question: string;
  readonly passage_id: string;
}

/** Every third question: a minute a language. */
const EVERY = 3;
const LANGUAGES = ["zh", "en", "ru", "ar"];

if (!existsSync(SHARED)) {
  process.stderr.write(
    "The data of XQuAD do not lie beside this repository: nothing is measured.\n",
  );
  process.exit(1);
}
const passages = read<Passage>("passages.jsonl").filter(({ lang }) => lang === "zh");
const corpus = mkdtempSync(join(tmpdir(), "baowen-xquad-"));
const lines = passages.map(({ id, title, text }) => JSON.stringify({ id, title, text }));
writeFileSync(join(corpus, "passages.jsonl"), lines.join("\n"));
const { open, close } = await openIndexOf(corpus);
const questions = read<Question>("questions.jsonl");
for (const lang of LANGUAGES) {
  const own = questions.filter((one) => one.lang === lang).filter((_, i) => i % EVERY === 0);
  const found = { read: [] as boolean[], unread: [] as boolean[] };
  for (const { question, passage_id: right } of own) {
    for (const [kind, retriever] of [
      ["read", open.readingRetriever],
      ["unread", open.retriever],
    ] as const) {
      const { hits } = await retriever.search(question, 1);
      found[kind].push(hits[0]?.articleId === right);
    }
  }
  process.stdout.write(
    `${lang} questions: ${inWords(shareOf(found.read, Boolean))}, before the reader ${inWords(shareOf(found.unread, Boolean))}\n`,
  );
}
close();
rmSync(corpus, { recursive: true });
process.exit(0);

function read<T>(file: string): T[] {
  const text = readFileSync(join(SHARED, "retrieval/xquad", file), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

function inWords(share: Figure | undefined): string {
  if (share === undefined) return "none";
  return `${share.value.toFixed(3)} (${share.low.toFixed(2)} to ${share.high.toFixed(2)})`;
}
