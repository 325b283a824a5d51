import { folded } from "./script.ts";

const ROLE =
  "(?:本报|本刊|首席|见习|实习|特约|全媒体|融媒体|新华社){0,2}(?:记者|通讯员|实习生|摄影)";
// A name never starts with a role: without this, two readings of each word would double the work.
const NAME = `(?!${ROLE})[\\p{Script=Han}·]{1,6}(?:\\/[文图])?`;
const CREDIT = "(?:文\\/图|图\\/文|文|图|摄影报道|摄影|整理)";
const SIGNED = `${ROLE}[ 　:：]*${NAME}(?:[ 　、]+(?:${ROLE}[ 　:：]*)?${NAME})*(?:[ 　]+${CREDIT})?`;

const BYLINE = new RegExp(`^[□■◎（(]?\\s*(?:文\\/)?${SIGNED}[）)]?$`, "u");
const AT_END = new RegExp(`[。！？…”’）」』](?:[ 　]+(${SIGNED})|[ 　]*(（${SIGNED}）))$`, "u");
const PHOTOGRAPHER = new RegExp(
  `(?:^|[\\s（(])${ROLE}[ 　:：]*${NAME}(?:[ 　]${NAME})*[ 　]*摄[）)]?$`,
  "u",
);

// Six names with their roles; anything longer is a sentence about a reporter.
const LONGEST = 60;

/** The whole line names who wrote or photographed the story. */
export function isByline(text: string): boolean {
  if (text.length > LONGEST) return false;
  const line = folded(text);
  return BYLINE.test(line) && !PHOTOGRAPHER.test(line);
}

/** Where the byline begins that is printed behind the last sentence of a body line. */
export function bylineStart(text: string): number | undefined {
  const match = AT_END.exec(folded(text.slice(-LONGEST)));
  const byline = match?.[1] ?? match?.[2];
  return byline === undefined ? undefined : text.length - byline.length;
}

/** The text ends with the name of the photographer. */
export function hasPhotoCredit(text: string): boolean {
  return PHOTOGRAPHER.test(folded(text.slice(-LONGEST)));
}
