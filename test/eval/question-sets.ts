import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../src/app.ts";
import { parseConfig, type Config } from "../../src/config.ts";
import type { LabelledQuestion } from "../../src/surfaces/cli/evaluation/evaluate.ts";
import type { OpenNewspaper } from "../../src/surfaces/cli/services.ts";
import { articleTexts, type Purpose } from "./segmentation/article-texts.ts";

/** Labelled questions over a corpus that this repository holds. */
export interface QuestionSet {
  readonly name: "pages" | "stories";
  readonly questions: readonly LabelledQuestion[];
  readonly open: OpenNewspaper;
  readonly indexDir: string;
  /** Closes the index and deletes it. */
  readonly close: () => void;
}

/** The 105 questions over the two pages of `corpus/`, with an index of its own. */
export function openPages(): Promise<QuestionSet> {
  return openSet("pages", "questions.jsonl", "corpus");
}

/** The 420 questions over the 66 stories that pages are made of for measuring: 132 of them near misses. */
export async function openStories(): Promise<QuestionSet> {
  const corpus = writeStories("articles");
  const set = await openSet("stories", "story-questions.jsonl", corpus);
  return {
    ...set,
    close: () => {
      set.close();
      rmSync(corpus, { recursive: true });
    },
  };
}

/** Writes the stories for a purpose as a corpus of one file, and gives its folder. */
export function writeStories(purpose: Purpose): string {
  const corpus = mkdtempSync(join(tmpdir(), "baowen-stories-"));
  const stories = (["simplified", "traditional", "mixed"] as const).flatMap((script) =>
    articleTexts(script, purpose),
  );
  const records = stories.map(({ id, headline, lead, body }) => {
    const text = [lead, body.map((paragraph) => paragraph.replace(/^# /, "")).join("\n")];
    return { id, title: headline.replace("|", " "), text: text.filter(Boolean).join(" ") };
  });
  const lines = records.map((record) => JSON.stringify(record));
  writeFileSync(join(corpus, "stories.jsonl"), lines.join("\n"));
  return corpus;
}

async function openSet(
  name: QuestionSet["name"],
  file: string,
  corpusDir: string,
): Promise<QuestionSet> {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8")
    .trim()
    .split("\n");
  const questions = lines.map((line) => JSON.parse(line) as LabelledQuestion);
  return { name, questions, ...(await openIndexOf(corpusDir)) };
}

/** Indexes a corpus in a folder of its own, opens it, and deletes it with `close`. */
export async function openIndexOf(
  corpusDir: string,
): Promise<Pick<QuestionSet, "open" | "indexDir" | "close">> {
  const indexDir = mkdtempSync(join(tmpdir(), "baowen-eval-"));
  const config: Config = parseConfig({ INDEX_DIR: indexDir, CORPUS_DIR: corpusDir });
  const app = createApp(config);
  await app.updateIndex({ mode: "update", onProgress: () => undefined });
  const open = await app.open();
  return {
    open,
    indexDir,
    close: () => {
      open.close();
      rmSync(indexDir, { recursive: true });
    },
  };
}
