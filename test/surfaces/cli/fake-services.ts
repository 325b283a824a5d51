import type { Answer } from "../../../src/answer/answer.ts";
import type { Article } from "../../../src/articles/article.ts";
import { UserError } from "../../../src/errors.ts";
import type { Hit } from "../../../src/search/hit.ts";
import type { IndexSummary, Services } from "../../../src/surfaces/cli/services.ts";

export const CATS: Article = {
  id: "cats",
  headline: "猫展开幕",
  subheadline: "三天结束",
  byline: "记者 王明",
  captions: ["猫在看人"],
  text: "猫展在东街。\n门票免费。",
  source: {
    ...{ file: "004.txt", lines: [3, 5], date: "2022-09-30", edition: "二七时讯", page: "A02" },
    url: "https://paper.example/4",
  },
  lineSpans: [],
};

export const RAIN: Article = {
  id: "rain",
  headline: "天气",
  captions: [],
  text: "今天下雨。",
  source: { file: "003.txt", lines: [1, 1] },
  lineSpans: [],
};

/** An answer with both sentences of `CATS`. */
export function answered(question: string, limit = 3): Answer {
  const { id: articleId, headline, source, text } = CATS;
  const citations = [
    { n: 1, start: 0, end: 6, link: "https://baowen.example/a/cats?q=0-6" },
    { n: 2, start: 7, end: 12 },
  ].map((place) => ({
    ...{ articleId, headline, source, ...place },
    quote: text.slice(place.start, place.end),
  }));
  return {
    question,
    language: "zh",
    status: "answered",
    confidence: 0.9,
    answer: "报纸上写道：…",
    citations: citations.slice(0, limit),
    nearest: [],
  };
}

/** An answer that names `RAIN` as close. */
export function notFound(question: string): Answer {
  return {
    question,
    language: "en",
    status: "not_found",
    confidence: 0.1,
    answer: "The paper does not say.",
    citations: [],
    nearest: [{ articleId: "rain", headline: "天气" }],
  };
}

const NO_SENTENCES = { headlineCosines: Float32Array.of(), sentences: [] };

export const HITS: readonly Hit[] = [
  {
    ...{ articleId: "cats", headline: "猫展开幕", text: CATS.text, start: 0, end: 12 },
    ...{ score: 0.75, parts: { meaning: 0.5, terms: 0.25, exact: 0, time: 0 }, ...NO_SENTENCES },
    evidence: { vectorRank: 1, cosine: 0.875, termRank: 2, bm25: 3.5 },
  },
  {
    ...{ articleId: "rain", headline: "天气", text: "今天下雨。", start: 0, end: 5 },
    ...{ score: 0, parts: { meaning: 0, terms: 0, exact: 0, time: 0 }, ...NO_SENTENCES },
    evidence: {},
  },
];

export const SUMMARY: IndexSummary = {
  ...{ files: 2, articles: 2, passages: 3, sentences: 3, embedded: 3 },
  ...{ changed: ["003.txt", "004.txt"], removed: [], ignored: [], problems: [], misfits: [] },
};

/** Services that write down what they were asked to do, in order. */
export interface FakeServices extends Services {
  readonly calls: string[];
}

/**
 * An index of two articles. A question with 猫 in it is answered; one of more than 500 characters is
 * refused, "break" is a bug, and nothing is found for any other.
 */
export function createFakeServices(changes: Partial<Services> = {}): FakeServices {
  const calls: string[] = [];
  const articles = [CATS, RAIN];
  return {
    calls,
    updateIndex: ({ onProgress, ...request }) => {
      calls.push(`updateIndex ${JSON.stringify(request)}`);
      onProgress({ done: 1, total: 3 });
      onProgress({ done: 3, total: 3 });
      return Promise.resolve(SUMMARY);
    },
    hasIndex: () => Promise.resolve(true),
    open: () => {
      calls.push("open");
      const close = () => void calls.push("close");
      const page = () => undefined;
      const article = (id: string) => articles.find((one) => one.id === id);
      const newspaper = { ask, articles: () => articles, article, page };
      const readingRetriever = { search: searchAndRead };
      return Promise.resolve({ newspaper, retriever: { search }, readingRetriever, close });
    },
    segment: (path) => Promise.reject(new UserError(`No page in '${path}'.`)),
    writeCorrection: (path) => Promise.resolve(path.replace(".txt", ".articles.yaml")),
    serve: () => Promise.resolve(),
    checks: () => Promise.resolve([]),
    ...changes,
  };
}

interface Asking {
  readonly limit?: number;
  readonly history?: readonly string[];
}

/** A question after one with 猫 in it is about cats too. */
function ask(question: string, { limit = 3, history = [] }: Asking = {}): Promise<Answer> {
  if (question === "break") return Promise.reject(new TypeError("a bug"));
  if (question.length > 500) return Promise.reject(new UserError("Too long."));
  const isKnown = [...history.slice(-1), question].some((asked) => asked.includes("猫"));
  return Promise.resolve(isKnown ? answered(question, limit) : notFound(question));
}

function search(query: string, limit = 10) {
  if (query.length > 500) return Promise.reject(new UserError("Too long."));
  const hits = query.includes("无") ? [] : HITS.slice(0, limit);
  return Promise.resolve({ query, hits });
}

/** The same, and the reader puts the second first. */
async function searchAndRead(query: string, limit = 10) {
  const { hits } = await search(query);
  const read = hits.map((hit, i) => {
    const reader = i === 0 ? -0.5 : 0.5;
    return { ...hit, score: hit.score + reader, parts: { ...hit.parts, reader } };
  });
  return { query, hits: read.reverse().slice(0, limit) };
}
