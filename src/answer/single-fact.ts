/**
 * Whether a question asks for one fact (who, when, where, how many) and so for one quote, rather than for
 * what was said, why or how, or for a list. Told by the question words of the languages that readers write
 * in; a question without any of them asks for more.
 */
export function asksForOneFact(question: string): boolean {
  const text = question.normalize("NFKC").toLowerCase();
  return ONE.test(text) && !SEVERAL.test(text);
}

/** A word of a script that puts blanks between words. */
const word = (words: string): string => `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`;

const ONE = new RegExp(
  [
    "[谁誰]|哪[一]?[位天年月日里裡儿兒个個家]|何[时時人地日年]|什[么麼]时候|什麼時候|啥时候|啥時候|几[个個点點月号號岁歲名人位家次天年]|幾[个個点點月号號岁歲名人位家次天年]",
    "多[少大久长長高远遠重宽寬快]|第几|第幾|在哪|到哪|去哪|百分之几",
    "だれ|いつ|どこ|何[人件年月日時個回]|いくら|いくつ|どのくらい|どれくらい",
    "누가|누구|언제|어디|몇|얼마",
    word("who|whom|whose|when|where|how (?:many|much|long|old|far|tall|big|large|high|often|soon)"),
    word(
      "(?:which|what) (?:year|day|date|month|time|hour|person|place|city|number|percentage|share|amount|price|age|company|street|district)",
    ),
    word(
      "qui|quand|où|combien|wer|wen|wem|wann|wo|wohin|wie ?viele?|wie (?:lange|hoch|groß|alt|weit)",
    ),
    word("quién(?:es)?|cuándo|d[óo]nde|cuánt[oa]s?|quem|quando|onde|quantos?|quantas?"),
    word("кто|кого|кому|кем|когда|где|куда|откуда|сколько|какого числа|в каком году"),
    word("من|متى|أين|كم"),
    word("ai|khi nào|bao giờ|ở đâu|bao nhiêu|bao lâu|mấy"),
  ].join("|"),
  "u",
);

const SEVERAL = new RegExp(
  [
    "哪些|分别|分別|都有|为什[么麼]|為什麼|怎[么麼样樣]|如何|原因|介绍|介紹|内容|內容|列出|有什[么麼]|干了什|做了什|说了什|說了什",
    "なぜ|どうして|どのように|왜|어떻게|무엇",
    word(
      "why|how (?:do|does|did|can|is|are|was|were|will|to)|list|summar\\w+|explain|describe|what (?:did|does|do|are|were|is|was|happened)",
    ),
    word(
      "pourquoi|comment|warum|wie wurden?|por qué|cómo|почему|как|зачем|لماذا|كيف|tại sao|thế nào",
    ),
  ].join("|"),
  "u",
);
