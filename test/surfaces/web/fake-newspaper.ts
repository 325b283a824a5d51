import type { Answer } from "../../../src/answer/answer.ts";
import type { Newspaper, PrintedPage } from "../../../src/answer/newspaper.ts";
import type { Article } from "../../../src/articles/article.ts";
import { UserError } from "../../../src/errors.ts";

/** The words that a fake newspaper is printed with; a test may put any in their place. */
export interface PrintedWords {
  readonly headline: string;
  readonly subheadline: string;
  readonly byline: string;
  readonly caption: string;
  readonly text: string;
  readonly date: string;
  readonly edition: string;
  readonly page: string;
  readonly file: string;
  readonly line: string;
}

export const plainWords: PrintedWords = {
  headline: "新图书馆开馆",
  subheadline: "藏书三十万册",
  byline: "记者 景静",
  caption: "读者在馆内看书",
  text: "本报讯 新图书馆昨日开馆。\n上午九点开门，晚上八点关门。",
  date: "2022-09-30",
  edition: "二七时讯",
  page: "A02",
  file: "papers/004.txt",
  line: "新图书馆开馆",
};

/** What the fake newspaper gets to hear, in order. */
export type Heard = string[];

/**
 * Two articles on one page. A question that has "几点" in it is answered from the second paragraph of
 * the first, "refuse" is refused, "break" is a bug, and nothing is found for any other.
 */
export function createFakeNewspaper(
  words: PrintedWords = plainWords,
  heard: Heard = [],
  override: Partial<Article> = {},
): Newspaper {
  const articles = [{ ...libraryArticle(words), ...override }, quizArticle(words)];
  const page = printedPage(words);
  return {
    ask: (question, options) => {
      heard.push(`ask ${question} ${JSON.stringify(options ?? {})}`);
      if (question === "refuse") {
        return Promise.reject(new UserError("A question has at most 500 characters."));
      }
      if (question === "break") return Promise.reject(new TypeError("secret detail"));
      return Promise.resolve(
        question.includes("几点") ? found(question, words) : notFound(question, words),
      );
    },
    articles: () => articles,
    article: (id) => {
      heard.push(`article ${id}`);
      return articles.find((article) => article.id === id);
    },
    page: (file) => {
      heard.push(`page ${file}`);
      return file === page.file ? page : undefined;
    },
  };
}

function libraryArticle(words: PrintedWords): Article {
  const { headline, subheadline, byline, caption, text, file, date, edition, page } = words;
  return {
    id: "library",
    headline,
    subheadline,
    byline,
    captions: [caption],
    text,
    source: { file, lines: [2, 4], date, edition, page, url: "https://paper.example/4" },
    lineSpans: [],
  };
}

function quizArticle({ file, text }: PrintedWords): Article {
  return {
    id: "quiz",
    headline: "",
    captions: [],
    text,
    source: { file, lines: [6, 6] },
    lineSpans: [],
  };
}

function printedPage({ file, line }: PrintedWords): PrintedPage {
  return {
    file,
    lines: [1, 2, 3, 4, 5, 6].map((n) => ({ n, text: n === 5 ? "" : line })),
    labels: [
      { n: 1, role: "masthead" },
      { n: 2, role: "headline", article: "library" },
      { n: 3, role: "body", article: "library" },
      { n: 4, role: "body", article: "library" },
      { n: 5, role: "blank" },
      { n: 6, role: "body", article: "quiz" },
    ],
  };
}

function found(question: string, { text, headline, file, date }: PrintedWords): Answer {
  const start = text.indexOf("\n") + 1;
  const end = text.length;
  const quote = text.slice(start, end);
  const source = { file, lines: [3, 4] as const, date };
  return {
    question,
    language: "zh",
    status: "answered",
    confidence: 0.934,
    answer: quote,
    citations: [{ n: 1, articleId: "library", headline, quote, start, end, source }],
    nearest: [],
  };
}

function notFound(question: string, { headline }: PrintedWords): Answer {
  return {
    question,
    language: "zh",
    status: "not_found",
    confidence: 0.1,
    answer: "",
    citations: [],
    nearest: [{ articleId: "library", headline }],
  };
}
