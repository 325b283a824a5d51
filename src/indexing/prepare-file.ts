import { createHash } from "node:crypto";
import { articleOfRecord } from "../articles/article-of-record.ts";
import type { Article } from "../articles/article.ts";
import { CUTTING_RULES, cutPage } from "../articles/cut-page.ts";
import type { LineLabel } from "../articles/segmentation.ts";
import type { Line } from "../corpus/page.ts";
import { isPage, parseCorpusFile, type CorpusFile } from "../corpus/read-corpus-file.ts";
import type { PassageInput } from "../embedding/embedder.ts";
import { cutPassages } from "../passages/cut-passages.ts";
import type { Passage } from "../passages/passage.ts";

/** A corpus file cut into articles and passages, ready to be embedded and kept. */
export interface PreparedFile {
  readonly file: string;
  /** As `hashOf` gives it. */
  readonly hash: string;
  /** Empty for files that bring whole articles. */
  readonly lines: readonly (Line & Pick<LineLabel, "role" | "article">)[];
  readonly articles: readonly PreparedArticle[];
}

export interface PreparedArticle {
  readonly article: Article;
  readonly passages: readonly PreparedPassage[];
}

export interface PreparedPassage extends Passage {
  readonly input: PassageInput;
  /** Digest of `input`: passages of one digest have the same vectors. */
  readonly content: string;
}

/** Cuts a file into articles and passages. Throws `UserError` for a file that cannot be understood. */
export function prepareFile(source: CorpusFile): PreparedFile {
  const { file } = source;
  const hash = hashOf(source);
  const content = parseCorpusFile(source);
  if (content.kind === "articles") {
    const articles = content.records.map((record) =>
      articleOfRecord(record, file, content.imprint),
    );
    return { file, hash, lines: [], articles: articles.map(prepareArticle) };
  }
  const { articles, lines } = cutPage(content.page);
  return {
    file,
    hash,
    lines: content.page.lines.map((line, i) => ({ role: "noise", ...lines[i], ...line })),
    articles: articles.map(prepareArticle),
  };
}

/**
 * What a file is made of, and for pages how they are cut: an unchanged hash means that nothing has to
 * be done.
 */
export function hashOf({ file, hash }: Pick<CorpusFile, "file" | "hash">): string {
  return isPage(file) ? `${hash} cut by rules ${CUTTING_RULES}` : hash;
}

function prepareArticle(article: Article): PreparedArticle {
  return {
    article,
    passages: cutPassages(article).map((passage) => preparePassage(article, passage)),
  };
}

function preparePassage(article: Article, passage: Passage): PreparedPassage {
  const sentences = passage.sentences.map(({ start, end }) => article.text.slice(start, end));
  const input = { headline: article.headline, sentences };
  const content = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  return { ...passage, input, content };
}
