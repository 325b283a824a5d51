/** What the wording of a single line gives away, whatever stands around it. */
import { hasPhotoCredit } from "./bylines.ts";
import { folded } from "./script.ts";

const LEADS = [
  String.raw`(?:本报|本刊|本网|本台)\p{Script=Han}{0,4}[讯电]`,
  String.raw`(?:新华社|中新社|新华网|人民网)\S{0,12}[电讯]`,
  String.raw`\p{Script=Han}{2,6}(?:日报|晚报|晨报|早报|时报|商报|快报|周报|都市报)讯`,
];
const LEAD = new RegExp(`^(?:${LEADS.join("|")})`, "u");
const CAPTION_MARK = /^(?:[▲△▼▽►◀↑↓←→]\s*\S|图[为：:]|(?:上|下|左|右|本版|资料)图[为：:])/u;
// A name after 记者： would be a byline; a question or an answer has a mark of its own.
const TURN = /^(?:本报|本刊)?(?:记者|笔者|主持人|编者|问|答)[：:]\s*\S.*[，。？！?!”…]$/u;
// A full stop of English ends a word of more than an initial.
const SENTENCE_END = /(?:[。！？!?…]|[a-z]{2}\.)[”’」』）)》]*$/u;
const NEVER_IN_TITLE = /。|；|[，、,;]$|——$|[a-z]{2}\.$/u;

/** How many characters the words take that open a story, such as 本报讯 or 新华社北京电; often 0. */
export function leadLength(text: string): number {
  return LEAD.exec(folded(text))?.[0].length ?? 0;
}

/** The line opens with the words that open a story. */
export function startsStory(text: string): boolean {
  return LEAD.test(folded(text));
}

/** The line is what one of two says in an interview that is printed as talk. */
export function isTurn(text: string): boolean {
  return TURN.test(folded(text));
}

/** The line says itself that it belongs to a photograph. */
export function isCaption(text: string): boolean {
  return CAPTION_MARK.test(folded(text)) || hasPhotoCredit(text);
}

/** A sentence ends at the end of this text. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** Punctuation that running text has and headlines have not. */
export function readsLikeProse(text: string): boolean {
  return NEVER_IN_TITLE.test(text);
}

/** A comma inside: rare in headlines, never far away in running text. */
export function hasComma(text: string): boolean {
  return /[，、]/u.test(text);
}
