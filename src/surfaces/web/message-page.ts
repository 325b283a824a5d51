import { html } from "hono/html";
import { layout, type Html } from "./layout.ts";
import type { Wording } from "./wording.ts";

/** A page that says one thing, such as that there is nothing at an address, and leads back to the start. */
export function messagePage(
  wording: Wording,
  { title, hint }: { readonly title: string; readonly hint: string },
): Html {
  return layout(wording, {
    title,
    main: html`<h1>${title}</h1>
      <p>${hint}</p>
      <p><a href="/">${wording.home}</a></p>`,
  });
}
