import { join } from "node:path";
import { onTestFinished } from "vitest";
import { SearchIndex } from "../../src/indexing/search-index.ts";
import { updateIndex } from "../../src/indexing/update-index.ts";
import { createRetriever, type Retriever } from "../../src/search/retriever.ts";
import { createFakeModels } from "./fake-models.ts";
import { folderWith } from "./temporary-folder.ts";

/** An article as a line of a `.jsonl` file brings it. */
export interface SmallArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date?: string;
  readonly url?: string;
}

/** Four articles, three of them about the animals that the fake model knows. */
export const ANIMALS: readonly SmallArticle[] = [
  {
    id: "cats",
    title: "东街消息",
    text: "猫猫在东街。\n狗在西街。",
    date: "2022-09-30",
    url: "https://paper.example/cats",
  },
  { id: "dogs", title: "狗展", text: "狗在公园里跑。" },
  { id: "fish", title: "鱼市", text: "鱼和鸟都有。鸟在树上。", date: "2022-10-01" },
  { id: "rain", title: "天气", text: "今天下雨。" },
];

/** A built index over the articles and other files, with the fake model; gone after the test. */
export async function openSmallIndex(
  articles: readonly SmallArticle[] = ANIMALS,
  files: Readonly<Record<string, string>> = {},
  today = new Date(),
): Promise<{ index: SearchIndex; retriever: Retriever }> {
  const lines = articles.map((article) => JSON.stringify(article));
  const dir = folderWith({ "corpus/animals.jsonl": lines.join("\n"), ...files });
  const models = createFakeModels();
  const indexDir = join(dir, "index");
  await updateIndex({ corpusDir: join(dir, "corpus"), indexDir, models });
  const index = SearchIndex.open(indexDir, models.fingerprint);
  onTestFinished(() => {
    index.close();
  });
  return { index, retriever: createRetriever(index, models.embedder, () => today) };
}
