import { html } from "hono/html";
import type { Answer, Citation } from "../../answer/answer.ts";
import { headlineLink, imprint } from "./article-heading.ts";
import type { Html } from "./layout.ts";
import { articleLink } from "./links.ts";
import { languageOfText } from "./text-language.ts";
import type { Wording } from "./wording.ts";

/** An answer to read: the paper's words as quotes that lead to their place, or the closest articles. */
export function answerSection(wording: Wording, answer: Answer): Html {
  return answer.status === "answered" ? answered(wording, answer) : notFound(wording, answer);
}

function answered(wording: Wording, { citations, confidence }: Answer): Html {
  return html`<section class="answer" aria-labelledby="answer">
    <h2 id="answer">${wording.answered}</h2>
    ${citations.map((citation) => citationFigure(wording, citation))}
    <p class="note">${wording.confidence(Math.round(confidence * 100))}</p>
  </section>`;
}

function citationFigure(wording: Wording, citation: Citation): Html {
  const { articleId: id, headline, quote, source } = citation;
  return html`<figure class="citation">
    <blockquote lang="${languageOfText(quote)}">
      <a href="${articleLink(id, citation)}">${quote}</a>
    </blockquote>
    <figcaption>
      <span class="part">${headlineLink(wording, { id, headline }, citation)}</span>
      ${imprint(wording, source)}
      <span class="part">${wording.lines(source.lines)}</span>
    </figcaption>
  </figure>`;
}

function notFound(wording: Wording, { nearest }: Answer): Html {
  return html`<section class="answer" aria-labelledby="answer">
    <h2 id="answer">${wording.notFound}</h2>
    ${nearest.length > 0 && html`<p>${wording.nearest}</p>`}
    <ul>
      ${nearest.map(
        ({ articleId: id, headline }) => html`<li>${headlineLink(wording, { id, headline })}</li>`,
      )}
    </ul>
  </section>`;
}
