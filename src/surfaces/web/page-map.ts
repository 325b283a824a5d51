import { html } from "hono/html";
import type { PrintedPage } from "../../answer/newspaper.ts";
import type { Article } from "../../articles/article.ts";
import type { LineLabel } from "../../articles/segmentation.ts";
import type { Line } from "../../corpus/page.ts";
import { headlineLink } from "./article-heading.ts";
import { layout, type Html } from "./layout.ts";
import { articleLink } from "./links.ts";
import { colourClass } from "./palette.ts";
import { languageOfText } from "./text-language.ts";
import type { Wording } from "./wording.ts";

/** A page as printed, line by line, each in the colour of the article it went to. */
export function pageMap(
  wording: Wording,
  page: PrintedPage,
  articleOf: (id: string) => Article | undefined,
): Html {
  const articles = articlesOn(page, articleOf);
  return layout(wording, {
    title: wording.pageMapOf(page.file),
    main: html`<h1 class="file">${wording.pageMapOf(page.file)}</h1>
      <p class="note">${wording.pageMapHint}</p>
      ${legend(wording, articles)} ${lineTable(wording, page, articles)}`,
  });
}

/** An article of the page and its number there, which gives it its colour. */
interface NumberedArticle {
  readonly index: number;
  readonly id: string;
  readonly headline: string;
}

type ArticlesOnPage = ReadonlyMap<string, NumberedArticle>;

function articlesOn(
  page: PrintedPage,
  articleOf: (id: string) => Article | undefined,
): ArticlesOnPage {
  const ids = new Set(page.labels.flatMap(({ article }) => article ?? []));
  const numbered = [...ids].map((id, index): [string, NumberedArticle] => [
    id,
    { index, id, headline: articleOf(id)?.headline ?? "" },
  ]);
  return new Map(numbered);
}

function legend(wording: Wording, articles: ArticlesOnPage): Html {
  return html`<ol class="legend">
    ${[...articles.values()].map(
      (article) =>
        html`<li class="${colourClass(article.index)}">${headlineLink(wording, article)}</li>`,
    )}
  </ol>`;
}

function lineTable(wording: Wording, page: PrintedPage, articles: ArticlesOnPage): Html {
  const { line, role, text } = wording.columns;
  return html`<table class="lines">
    <thead>
      <tr>
        <th scope="col" class="number">${line}</th>
        <th scope="col" class="role" colspan="2">${role}</th>
        <th scope="col">${text}</th>
      </tr>
    </thead>
    <tbody>
      ${page.lines.map((line, i) => lineRow(wording, { line, ...placeOf(page, i) }, articles))}
    </tbody>
  </table>`;
}

/** A line and what became of it; `begins` where the line before it went elsewhere. */
interface PlacedLine {
  readonly line: Line;
  readonly label: LineLabel | undefined;
  readonly begins: boolean;
}

function placeOf(page: PrintedPage, index: number): Omit<PlacedLine, "line"> {
  const label = page.labels[index];
  return { label, begins: page.labels[index - 1]?.article !== label?.article };
}

function lineRow(wording: Wording, placed: PlacedLine, articles: ArticlesOnPage): Html {
  const { line, label, begins } = placed;
  const article = articles.get(label?.article ?? "");
  const role = label?.role ?? "noise";
  const colour = article === undefined ? "no-article" : colourClass(article.index);
  return html`<tr id="L${line.n}" class="${colour} ${role}">
    <td class="number">${line.n}</td>
    <td class="role">${role === "blank" ? "" : wording.roles[role]}</td>
    <td class="article">${begins && article !== undefined && numberLink(wording, article)}</td>
    <td class="printed" lang="${languageOfText(line.text)}">${line.text}</td>
  </tr>`;
}

function numberLink(wording: Wording, { index, id, headline }: NumberedArticle): Html {
  const name = headline === "" ? wording.noHeadline : headline;
  return html`<a href="${articleLink(id)}" title="${name}">${index + 1}</a>`;
}
