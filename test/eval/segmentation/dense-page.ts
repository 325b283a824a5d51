import type { SamplePage } from "./sample-page.ts";

/** The page as some PDF tools give it: without its blank lines. */
export function densePage(page: SamplePage): SamplePage {
  const lines = page.lines.filter(({ role }) => role !== "blank");
  return { ...page, text: denselySet(page), lines };
}

/** Its text without blank lines. */
export function denselySet({ lines }: SamplePage): string {
  return lines.flatMap(({ role, text }) => (role === "blank" ? [] : [`${text}\n`])).join("");
}
