/** The `lang` of printed words, which picks their font: `zh`, `ja`, or empty where letters do not tell. */
export function languageOfText(text: string): "zh" | "ja" | "" {
  const opening = text.slice(0, openingLength);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(opening)) return "ja";
  return /\p{Script=Han}/u.test(opening) ? "zh" : "";
}

// A paragraph or two: enough to meet a letter of the script, cheap on a long article.
const openingLength = 400;
