import { html } from "hono/html";
import type { Answer } from "../../answer/answer.ts";
import type { Article } from "../../articles/article.ts";
import { answerSection } from "./answer-section.ts";
import { headlineLink, imprint } from "./article-heading.ts";
import { layout, type Html } from "./layout.ts";
import type { Wording } from "./wording.ts";

/** What came of the question in the form. */
export type SearchOutcome =
  | { readonly kind: "no question" }
  | { readonly kind: "answer"; readonly question: string; readonly answer: Answer }
  | { readonly kind: "refused"; readonly question: string; readonly reason: string };

/** The first page: the form, the answer when something was asked, and the newest articles. */
export function searchPage(
  wording: Wording,
  outcome: SearchOutcome,
  articles: readonly Article[],
): Html {
  const question = outcome.kind === "no question" ? "" : outcome.question;
  return layout(wording, {
    title: question,
    main: html`${askForm(wording, question)} ${outcomeSection(wording, outcome)}
    ${recentArticles(wording, articles)}`,
  });
}

// In UTF-8 and percent-encoded a Chinese character takes 9 bytes; Node reads 16 KiB of request head.
const maxQuestionLength = 1000;

function askForm(wording: Wording, question: string): Html {
  return html`<form class="ask" role="search" action="/" method="get">
    <label for="question">${wording.questionLabel}</label>
    <div class="row">
      <input
        id="question"
        name="q"
        type="search"
        value="${question}"
        placeholder="${wording.questionExample}"
        maxlength="${maxQuestionLength}"
        required
      />
      <button type="submit">${wording.ask}</button>
    </div>
  </form>`;
}

function outcomeSection(wording: Wording, outcome: SearchOutcome): Html {
  switch (outcome.kind) {
    case "no question":
      return html``;
    case "answer":
      return answerSection(wording, outcome.answer);
    case "refused":
      return html`<p class="refused" role="alert">${outcome.reason}</p>`;
  }
}

// One screen or two; the rest is found by asking.
const recentCount = 20;

function recentArticles(wording: Wording, articles: readonly Article[]): Html {
  const newest = articles.slice(0, recentCount);
  return html`<section class="recent" aria-labelledby="recent">
    <h2 id="recent">${wording.recent}</h2>
    ${newest.length === 0 && html`<p class="note">${wording.noArticles}</p>`}
    <ul>
      ${newest.map(
        (article) =>
          html`<li>
            ${headlineLink(wording, article)}
            <span class="note">${imprint(wording, article.source)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
