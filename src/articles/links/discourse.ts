import { folded } from "../lines/script.ts";

/** What the first words of a sentence say about its place: it opens a story, or goes on with one. */
export type Opening = "news" | "onward" | "plain";

/** Looks at the first words of running text; they are words of every Chinese paper. */
export function openingOf(text: string): Opening {
  const words = folded(text.slice(0, LOOKED_AT));
  if (ONWARD.test(words)) return "onward";
  return NEWS.test(words) ? "news" : "plain";
}

const LOOKED_AT = 16;

const NEWS =
  /^(?:近日|日前|近期|连日来|眼下|当前|昨[日天]|今[日天]|前不久|截至|入[春夏秋冬]以来|今年(?:以来|春|夏|秋|冬|上半年)|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|份)?|\d{1,2}日|自?\d{4}年|(?:[上下]半|本)[年月周]|随着|为(?:进一步|深入|切实|全面))/u;
const ONWARD =
  /^(?:此外|另外|同时|与此同时|不仅如此|不仅|其中|据介绍|据了解|据悉|而|但|不过|然而|因此|于是|目前|如今|下一步|接下来|今后|未来|随后|之后|最后|当天|会上|会议(?:强调|要求|指出|听取|还)|活动(?:中|现场|当天)|他|她|该|这|这些|此次|对此|尤其|特别是|例如|比如|一方面|另一方面|还|也|[“‘])/u;
