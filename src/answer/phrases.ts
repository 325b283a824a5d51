/** The words around quotes, in the language of a question. */
export interface Phrases {
  /** Before the quotes. */
  readonly found: string;
  readonly notFound: string;
  /** Before the headlines of the closest articles. */
  readonly nearest: string;
  /** Names lines of a file: 185 and 191 give `lines 185–191`. */
  readonly lines: (first: number, last: number) => string;
}

/** The phrases for a language; English for one that is not in the table. */
export function phrasesFor(language: string): Phrases {
  return PHRASES[language] ?? PHRASES[language.split("-")[0] ?? ""] ?? ENGLISH;
}

/** Makes a line reference from the word for one line and for several. */
function counted(one: string, many: string): Phrases["lines"] {
  return (first, last) => (first === last ? `${one} ${first}` : `${many} ${first}–${last}`);
}

/** The same for languages that put the number inside: `第185–191行`. */
function enclosed(before: string, after: string): Phrases["lines"] {
  return (first, last) => `${before}${first === last ? first : `${first}–${last}`}${after}`;
}

const ENGLISH: Phrases = {
  found: "The paper says:",
  notFound: "The paper does not say.",
  nearest: "The closest articles:",
  lines: counted("line", "lines"),
};

const PHRASES: Readonly<Record<string, Phrases>> = {
  en: ENGLISH,
  zh: {
    found: "报纸上写道：",
    notFound: "报纸上没有找到答案。",
    nearest: "最接近的文章：",
    lines: enclosed("第", "行"),
  },
  "zh-Hant": {
    found: "報紙上寫道：",
    notFound: "報紙上沒有找到答案。",
    nearest: "最接近的文章：",
    lines: enclosed("第", "行"),
  },
  ja: {
    found: "新聞にはこうあります：",
    notFound: "新聞には答えが見つかりませんでした。",
    nearest: "最も近い記事：",
    lines: enclosed("", "行目"),
  },
  ko: {
    found: "신문에는 이렇게 실려 있습니다:",
    notFound: "신문에서 답을 찾지 못했습니다.",
    nearest: "가장 가까운 기사:",
    lines: enclosed("", "행"),
  },
  ru: {
    found: "В газете сказано:",
    notFound: "В газете ответа нет.",
    nearest: "Ближайшие статьи:",
    lines: counted("строка", "строки"),
  },
  es: {
    found: "El periódico dice:",
    notFound: "El periódico no lo dice.",
    nearest: "Los artículos más cercanos:",
    lines: counted("línea", "líneas"),
  },
  fr: {
    found: "Le journal dit :",
    notFound: "Le journal ne le dit pas.",
    nearest: "Les articles les plus proches :",
    lines: counted("ligne", "lignes"),
  },
  de: {
    found: "In der Zeitung steht:",
    notFound: "In der Zeitung steht es nicht.",
    nearest: "Die nächsten Artikel:",
    lines: counted("Zeile", "Zeilen"),
  },
  ar: {
    found: "تقول الصحيفة:",
    notFound: "لا تذكر الصحيفة ذلك.",
    nearest: "أقرب المقالات:",
    lines: counted("السطر", "الأسطر"),
  },
  vi: {
    found: "Báo viết:",
    notFound: "Báo không nói đến điều này.",
    nearest: "Những bài gần nhất:",
    lines: counted("dòng", "dòng"),
  },
};
