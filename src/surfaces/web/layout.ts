import { html } from "hono/html";
import type { Wording } from "./wording.ts";

/** A piece of escaped HTML. */
export type Html = ReturnType<typeof html>;

/** What one page puts into the frame that all pages have. */
export interface PageContent {
  readonly title: string;
  readonly main: Html;
}

/** A whole document: the frame of every page around its content. */
export function layout(wording: Wording, { title, main }: PageContent): Html {
  return html`<!doctype html>
    <html lang="${wording.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title === "" ? wording.site : `${title} · ${wording.site}`}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="${icon}" />
      </head>
      <body>
        <header class="site">
          <a class="name" href="/">${wording.site}</a>
          <span class="motto">${wording.motto}</span>
        </header>
        <main>${main}</main>
      </body>
    </html>`;
}

const icon =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#a3241d"/>' +
      '<path d="M8 10h16M8 16h16M8 22h10" stroke="#fff" stroke-width="3"/></svg>',
  );
