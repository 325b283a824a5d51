import type { LineRange } from "../../articles/article.ts";
import type { QuoteRange } from "./quote-ranges.ts";

/** The address of an article, or of a quote in it. */
export function articleLink(id: string, quote?: QuoteRange): string {
  const path = `/a/${encodeURIComponent(id)}`;
  return quote === undefined ? path : `${path}?q=${quote.start}-${quote.end}#quote`;
}

/** The address of a page map, at the first of `lines` where they are given. */
export function pageLink(file: string, lines?: LineRange): string {
  const path = `/pages/${encodeURIComponent(file)}`;
  return lines === undefined ? path : `${path}#L${lines[0]}`;
}

/** A source's address if a browser may be sent there: a corpus file can name any scheme, `javascript:` too. */
export function publicUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}
