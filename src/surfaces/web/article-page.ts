import { html } from "hono/html";
import type { Article } from "../../articles/article.ts";
import { headline, imprint } from "./article-heading.ts";
import { layout, type Html } from "./layout.ts";
import { pageLink, publicUrl } from "./links.ts";
import { markParagraphs, type TextRun } from "./marked-text.ts";
import { parseQuoteRanges } from "./quote-ranges.ts";
import { languageOfText } from "./text-language.ts";
import type { Wording } from "./wording.ts";

/** An article to read, with the stretches that `quotes` (`120-188,240-260`) names marked. */
export function articlePage(wording: Wording, article: Article, quotes: string): Html {
  return layout(wording, {
    title: article.headline === "" ? wording.noHeadline : article.headline,
    main: html`<article>
      ${articleHeader(wording, article)} ${articleText(article.text, quotes)}
      ${captionList(wording, article.captions)}
    </article>`,
  });
}

function articleHeader(wording: Wording, article: Article): Html {
  const { subheadline, byline, source } = article;
  return html`<header>
    <h1>${headline(wording, article)}</h1>
    ${
      subheadline !== undefined &&
      html`<p class="subheadline" lang="${languageOfText(subheadline)}">${subheadline}</p>`
    }
    <p class="note">
      ${
        byline !== undefined &&
        html`<span class="part" lang="${languageOfText(byline)}">${byline}</span>`
      }
      ${imprint(wording, source)} ${placeLinks(wording, article)}
    </p>
  </header>`;
}

function placeLinks(wording: Wording, { source }: Article): Html {
  const { file, lines, url } = source;
  const original = publicUrl(url);
  return html`<span class="part"><a href="${pageLink(file, lines)}">${wording.pageMap}</a></span> ${
      original !== undefined &&
      html`<span class="part"><a href="${original}" rel="noopener">${wording.original}</a></span>`
    }`;
}

// Line feeds stand between the paragraphs as they do in the text, so what is read is what offsets count.
function articleText(text: string, quotes: string): Html {
  const paragraphs = markParagraphs(text, parseQuoteRanges(quotes, text));
  const pieces = paragraphs.flatMap((runs, index) => [
    index === 0 ? "" : "\n",
    html`<p>${runs.map(markedRun)}</p>`,
  ]);
  return html`<div class="text" lang="${languageOfText(text)}">${pieces}</div>`;
}

function markedRun({ text, mark }: TextRun): Html {
  switch (mark) {
    case "none":
      return html`${text}`;
    case "first":
      return html`<mark id="quote">${text}</mark>`;
    case "later":
      return html`<mark>${text}</mark>`;
  }
}

function captionList(wording: Wording, captions: readonly string[]): Html {
  if (captions.length === 0) return html``;
  return html`<section class="captions" aria-labelledby="captions">
    <h2 id="captions">${wording.captions}</h2>
    <ul>
      ${captions.map((caption) => html`<li lang="${languageOfText(caption)}">${caption}</li>`)}
    </ul>
  </section>`;
}
