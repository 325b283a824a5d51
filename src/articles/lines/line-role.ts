/** What a line is on its page. */
export type LineRole =
  | "headline"
  | "subheadline"
  | "subhead"
  | "body"
  | "byline"
  | "caption"
  | "section"
  | "masthead"
  | "noise"
  | "blank";
