import { Converter } from "opencc-js/cn2t";
import { detect } from "tinyld";
import { toSimplified, type ScriptConverter } from "../corpus/simplified.ts";

/**
 * The language a question is asked in, as BCP 47: `zh`, `zh-Hant`, `en`, `ja`, … A Chinese name in an
 * English question does not make it Chinese. `und` when there is nothing to tell it by.
 */
export function languageOf(question: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(question)) return "ja";
  if (/\p{Script=Hangul}/u.test(question)) return "ko";
  const spaced = question.match(SPACED_WORD) ?? [];
  const isChinese = spaced.length < FRAME_WORDS || CHINESE_FRAME.test(question);
  if (/\p{Script=Han}/u.test(question) && isChinese) {
    return isTraditional(question) ? "zh-Hant" : "zh";
  }
  return detect(spaced.join(" "), { only: LIKELY }) || "und";
}

/** A word of a script that puts blanks between words. */
const SPACED_WORD = /(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu;

/** One foreign word in a Chinese question is a name; two begin a sentence. */
const FRAME_WORDS = 2;

/** Words that Chinese asks and tells with; they do not stand in names. */
const CHINESE_FRAME =
  /[吗嗎呢啥谁誰哪]|[几幾][个個月号號年种種条條次天]|什么|什麼|怎|多少|多大|是否/u;

/** A question is short: among all languages of the detector, English ones were taken for Latin or Hungarian. */
const LIKELY = [
  ...["en", "es", "fr", "de", "pt", "it", "nl", "tr", "id", "vi", "pl"],
  ...["ru", "uk", "ar", "fa", "he", "hi", "th", "el"],
];

/** Characters that only traditional Chinese has, and none that only simplified Chinese has. */
function isTraditional(text: string): boolean {
  return toSimplified(text) !== text && toTraditional()(text) === text;
}

// The package's declarations use imports that TypeScript does not resolve for ES modules.
const createConverter = Converter as (scripts: { from: "cn"; to: "t" }) => ScriptConverter;
let converter: ScriptConverter | undefined;

/** Made when first needed: its dictionary takes a tenth of a second. */
function toTraditional(): ScriptConverter {
  converter ??= createConverter({ from: "cn", to: "t" });
  return converter;
}
