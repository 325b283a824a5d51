import { hasWords } from "../search/check-query.ts";
import type { Findings, Retriever } from "../search/retriever.ts";
import { windowsOf, type Window } from "../search/windows.ts";

/** What is read to answer a question. */
export interface Lead {
  /** The question as it was searched for. It is read by itself: with the one before, that one is answered too. */
  readonly question: string;
  /** Best first. */
  readonly windows: readonly Window[];
}

/**
 * Finds what may answer the last question of a dialogue. "When was it held?" says nothing by itself: what
 * agrees with it together with the question before, and what stands in the article that the dialogue was
 * about, comes first. A question that finds its own article by itself is not held back. `limit` counts
 * passages, `history` are the earlier questions, the latest last. Throws `UserError` for a question that
 * cannot be searched for.
 */
export async function followDialogue(
  retriever: Retriever,
  question: string,
  { history, limit }: { readonly history: readonly string[]; readonly limit: number },
): Promise<Lead> {
  const alone = await retriever.search(question, limit);
  const [before, ...earlier] = history.filter(hasWords).slice(-TURNS).reverse();
  if (before === undefined) {
    return { question: alone.query, windows: windowsOf(alone.hits) };
  }
  const { windows: lead } = await followDialogue(retriever, before.slice(-LONGEST), {
    history: earlier.reverse(),
    limit,
  });
  const joined = await retriever.search(joinedQuestion(before, alone.query), limit);
  const focus = lead[0]?.hit.articleId;
  return { question: alone.query, ...ranked(alone, joined, focus) };
}

/** Earlier questions that are looked at: each takes two searches. */
const TURNS = 3;

/**
 * For what agrees with the question together with the one before, as a part of what agrees with it alone;
 * and for the article in focus. Of 0 to 1 and 0 to .3 these put the right article first for most
 * follow-ups of the dialogues over pages and practice stories that few turns to another subject miss theirs.
 */
const JOINED_WEIGHT = 0.5;
const FOCUS_BONUS = 0.2;

/** A question is cut at its start rather than refused: its end is what is asked now. */
function joinedQuestion(before: string, question: string): string {
  return `${before} ${question}`.slice(-LONGEST);
}

/** UTF-16 units: below what search refuses. */
const LONGEST = 480;

function ranked(
  alone: Findings,
  joined: Findings,
  focus: string | undefined,
): Pick<Lead, "windows"> {
  const own = new Map(windowsOf(alone.hits).map((window) => [keyOf(window), window]));
  const whole = new Map(windowsOf(joined.hits).map((window) => [keyOf(window), window]));
  const windows = [...new Set([...own.keys(), ...whole.keys()])].flatMap((key) => {
    const window = whole.get(key) ?? own.get(key);
    if (window === undefined) return [];
    const sum = (own.get(key)?.score ?? 0) + JOINED_WEIGHT * (whole.get(key)?.score ?? 0);
    const bonus = window.hit.articleId === focus ? FOCUS_BONUS : 0;
    return [{ ...window, score: (sum + bonus) / (1 + JOINED_WEIGHT) }];
  });
  windows.sort((a, b) => b.score - a.score);
  return { windows };
}

function keyOf({ hit, sentences }: Window): string {
  return `${hit.articleId} ${sentences[0]?.start ?? hit.start}`;
}
