import type { Article, LineRange } from "../articles/article.ts";
import type { Answer, Citation, NearestArticle, Why } from "./answer.ts";

/** An answer as other programs read it, with `id` first where the question came with one. */
export function answerJson(answer: Answer, id?: string): AnswerJson {
  return {
    ...(id === undefined ? {} : { id }),
    question: answer.question,
    language: answer.language,
    status: answer.status,
    confidence: answer.confidence,
    answer: answer.answer,
    citations: answer.citations.map(citationJson),
    nearest: answer.nearest.map(nearestJson),
    ...(answer.why === undefined ? {} : { why: answer.why }),
  };
}

/** An article as other programs read it. */
export function articleJson(article: Article): ArticleJson {
  const { file, page, lines, url, date, edition } = article.source;
  return {
    id: article.id,
    headline: article.headline,
    subheadline: article.subheadline ?? null,
    byline: article.byline ?? null,
    date: date ?? null,
    text: article.text,
    confidence: article.confidence === undefined ? null : rounded(article.confidence),
    source: {
      file,
      page: page ?? null,
      lines,
      url: url ?? null,
      ...(edition === undefined ? {} : { edition }),
    },
  };
}

/** The contract of `ask --json` and `POST /api/ask`: every key is there, null for what is absent. */
export interface AnswerJson {
  readonly id?: string;
  readonly question: string;
  readonly language: string;
  readonly status: Answer["status"];
  readonly confidence: number;
  readonly answer: string;
  readonly citations: readonly CitationJson[];
  readonly nearest: readonly NearestArticleJson[];
  /** Only where it was asked for. */
  readonly why?: Why;
}

/** A citation in an `AnswerJson`. */
export interface CitationJson {
  readonly n: number;
  readonly articleId: string;
  readonly headline: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly link: string | null;
  readonly source: {
    readonly file: string;
    readonly page: string | null;
    readonly lines: LineRange;
    readonly date: string | null;
    readonly url: string | null;
  };
}

/** A close article in an `AnswerJson`. */
export interface NearestArticleJson {
  readonly articleId: string;
  readonly headline: string;
  readonly link: string | null;
}

/** The contract of `article --json` and `GET /api/articles/:id`; `edition` only where it is known. */
export interface ArticleJson {
  readonly id: string;
  readonly headline: string;
  readonly subheadline: string | null;
  readonly byline: string | null;
  readonly date: string | null;
  readonly text: string;
  /** How probably the cut is right, to three places; null where the program did not make it. */
  readonly confidence: number | null;
  readonly source: {
    readonly file: string;
    readonly page: string | null;
    readonly lines: LineRange;
    readonly url: string | null;
    readonly edition?: string;
  };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function citationJson(citation: Citation): CitationJson {
  const { n, articleId, headline, quote, start, end, link, source } = citation;
  const { file, page, lines, date, url } = source;
  return {
    n,
    articleId,
    headline,
    quote,
    start,
    end,
    link: link ?? null,
    source: { file, page: page ?? null, lines, date: date ?? null, url: url ?? null },
  };
}

function nearestJson({ articleId, headline, link }: NearestArticle): NearestArticleJson {
  return { articleId, headline, link: link ?? null };
}
