/** What a button does when it is pressed. */
export type Button =
  /** Shows a page of an article, from 1. */
  | { readonly kind: "article"; readonly articleId: string; readonly page: number }
  /** Says more about an answer's question: from its own articles, or from others. */
  | { readonly kind: OfAnswer; readonly answerId: number }
  | { readonly kind: "language"; readonly language: string };

/** A button as Telegram carries it: at most 64 bytes, which an id of an article and a number never fill. */
export function buttonData(button: Button): string {
  switch (button.kind) {
    case "article":
      return `a:${button.articleId}:${button.page}`;
    case "language":
      return `l:${button.language}`;
    case "more":
    case "others":
    case "unhelpful":
      return `${button.kind}:${button.answerId}`;
  }
}

/** The button that was pressed; undefined for data of another version or another bot. */
export function buttonFrom(data: string): Button | undefined {
  const [, articleId, page] = /^a:([\w.~-]{1,32}):(\d{1,6})$/.exec(data) ?? [];
  if (articleId !== undefined) return { kind: "article", articleId, page: Number(page) };
  const [, language] = /^l:([\w-]*)$/.exec(data) ?? [];
  if (language !== undefined) return { kind: "language", language };
  const [, kind, answerId] = /^(more|others|unhelpful):(\d{1,15})$/.exec(data) ?? [];
  return kind === undefined ? undefined : { kind: kind as OfAnswer, answerId: Number(answerId) };
}

type OfAnswer = "more" | "others" | "unhelpful";
