import { linesOf, type Article } from "../articles/article.ts";
import type { Reader } from "../embedding/reader.ts";
import { textIn } from "../search/hit.ts";
import type { Window } from "../search/windows.ts";
import type { Retriever } from "../search/retriever.ts";
import { answerText } from "./answer-text.ts";
import type { Answer, Citation, NearestArticle, Why } from "./answer.ts";
import { confidenceOf } from "./confidence.ts";
import { followDialogue } from "./dialogue.ts";
import { languageOf } from "./language.ts";
import { pickQuotes, type Quote } from "./pick-quotes.ts";
import { readWindows } from "../search/read-windows.ts";
import { asksForOneFact } from "./single-fact.ts";
import { rankSentences, type RankedSentence } from "./rank-sentences.ts";

/** What an answer is made from. */
export interface AnswererParts {
  readonly retriever: Retriever;
  readonly reader: Reader;
  readonly articleOf: (id: string) => Article | undefined;
  /** Address of the web reader; citations then link to it rather than to the paper's own site. */
  readonly publicUrl?: string;
  /** The confidence from which on a question is answered. */
  readonly threshold: number;
}

/** Answers a question; `history` are the earlier questions of its dialogue, the latest last. */
export type Answerer = (
  question: string,
  options: AskOptions & { readonly limit: number },
) => Promise<Answer>;

const ANY = (): boolean => true;

/** How a question is to be answered. */
export interface AskOptions {
  /** Most citations in an answer: from 1; 3 are never exceeded, and the default. */
  readonly limit?: number;
  /** The earlier questions of the dialogue, the latest last; none unless given. */
  readonly history?: readonly string[];
  /** Whether the answer says what it was decided by. */
  readonly explain?: boolean;
  /** Of which sentences the answer may be made; of all unless told. */
  readonly among?: (sentence: { readonly articleId: string; readonly text: string }) => boolean;
}

/** Answers a question with at most `limit` citations, in the paper's own words. */
export function createAnswerer(parts: AnswererParts): Answerer {
  const { threshold } = parts;
  return async (question, { limit, history = [], explain = false, among = ANY }) => {
    const depth = among === ANY ? PASSAGES : PASSAGES_OF_SOME;
    const lead = await followDialogue(parts.retriever, question, { history, limit: depth });
    const meant = lead.windows.flatMap((window) => partOf(window, among));
    const read = await readWindows(lead.question, meant, parts.reader);
    const ranked = rankSentences(read);
    const confidence = confidenceOf(ranked);
    const isFound = confidence >= threshold;
    const quotes = isFound ? pickQuotes(ranked, { limit, oneFact: asksForOneFact(question) }) : [];
    const answer = {
      question,
      language: languageOf(question),
      status: isFound ? ("answered" as const) : ("not_found" as const),
      citations: quotes.flatMap((quote, i) => citationOf(quote, i + 1, parts)),
      nearest: isFound ? [] : nearestOf([...read, ...meant], parts),
    };
    const why = explain ? { why: { threshold, sentences: ranked.slice(0, TOLD).map(told) } } : {};
    return { ...answer, confidence, answer: answerText(answer), ...why };
  };
}

/** Passages whose sentences are compared: deeper ones held no best sentence on the labelled questions. */
const PASSAGES = 12;
/** Where only some articles are asked, deep enough to reach them. */
const PASSAGES_OF_SOME = 50;

/** A window without the sentences that are not meant; none when it has no others. */
function partOf(window: Window, among: NonNullable<AskOptions["among"]>): Window[] {
  const { hit } = window;
  const sentences = window.sentences.filter(({ start, end }) =>
    among({ articleId: hit.articleId, text: textIn(hit, start, end) }),
  );
  return sentences.length === 0 ? [] : [{ ...window, sentences }];
}

/** Articles named when nothing was found. */
const NEAREST = 3;

/** Sentences that an explanation tells of. */
const TOLD = 5;

function told({ hit, ...sentence }: RankedSentence): Why["sentences"][number] {
  const { articleId, headline } = hit;
  return { articleId, headline, ...sentence };
}

function citationOf(quote: Quote, n: number, parts: AnswererParts): Citation[] {
  const article = parts.articleOf(quote.articleId);
  if (!article) return [];
  const { articleId, start, end, words } = quote;
  const link = linkTo(article, parts, `?q=${start}-${end}`);
  return [
    {
      n,
      articleId,
      headline: article.headline,
      quote: article.text.slice(start, end),
      start,
      end,
      ...(words === undefined ? {} : { words }),
      ...(link === undefined ? {} : { link }),
      source: { ...article.source, lines: linesOf(article, start, end) },
    },
  ];
}

/** The articles of windows, the best first. */
function nearestOf(windows: readonly Window[], parts: AnswererParts): NearestArticle[] {
  const headlines = new Map(windows.map(({ hit }) => [hit.articleId, hit.headline]));
  return [...headlines].slice(0, NEAREST).map(([articleId, headline]) => {
    const article = parts.articleOf(articleId);
    const link = article && linkTo(article, parts, "");
    return { articleId, headline, ...(link === undefined ? {} : { link }) };
  });
}

function linkTo(article: Article, { publicUrl }: AnswererParts, range: string): string | undefined {
  return publicUrl === undefined ? article.source.url : `${publicUrl}/a/${article.id}${range}`;
}
