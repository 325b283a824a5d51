import { chineseNumber } from "./numbers.ts";

/**
 * The days and months that a text names, as terms: 9月28日, 九月二十八日, "28 September" and "September 28th"
 * give `m9` and `m9d28`, 7月 and "July" give `m7`; years are words already. `text` is in narrow, small,
 * simplified characters.
 */
export function datesOf(text: string): string[] {
  return [...eastern(text), ...western(text)].flatMap(({ month, day }) => {
    if (!(month >= 1 && month <= 12)) return [];
    const isDay = day !== undefined && day >= 1 && day <= 31;
    return isDay ? [`m${month}`, `m${month}d${day}`] : [`m${month}`];
  });
}

interface NamedDay {
  readonly month: number;
  readonly day?: number | undefined;
}

const FIGURE = "[\\d一二三四五六七八九十廿]{1,3}";

/** 9月28日, 9月28号, 9月; the same in Japanese and Korean. */
const EASTERN = new RegExp(
  `(${FIGURE})\\s?(?:月|월)(?:份)?(?:\\s?(${FIGURE})\\s?(?:日|号|일))?`,
  "gu",
);

function eastern(text: string): NamedDay[] {
  return [...text.matchAll(EASTERN)].map(([, month = "", day]) => ({
    month: figureOf(month),
    day: day === undefined ? undefined : figureOf(day),
  }));
}

function figureOf(written: string): number {
  return /^\d+$/.test(written) ? Number(written) : chineseNumber(written.replace("廿", "二十"));
}

/** "28 September", "28. September", "28 de septiembre", "28th of September", "September 28", "September". */
function western(text: string): NamedDay[] {
  const words = text.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  return words.flatMap((word, i) => {
    const month = MONTHS.get(word);
    if (month === undefined) return [];
    const before = words.slice(Math.max(0, i - 3), i).filter((other) => !BETWEEN.has(other));
    const day = [before.at(-1), words[i + 1]].find((other) => /^\d{1,2}$/.test(other ?? ""));
    return [{ month, day: day === undefined ? undefined : Number(day) }];
  });
}

/** Between a day and its month: English, French, Spanish and Portuguese. */
const BETWEEN = new Set(["st", "nd", "rd", "th", "of", "er", "de"]);

/** The languages of questions that write a month as a word of its own. */
const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "tr", "id", "ar"];

/** Names of months, as they stand alone and beside a day, as Unicode's CLDR has them. */
const MONTHS: ReadonlyMap<string, number> = new Map(LANGUAGES.flatMap(monthsIn));

function monthsIn(language: string): [string, number][] {
  // Short names only where they are no other word: "set" is September in Italian.
  const styles: Intl.DateTimeFormatOptions[] = [
    { month: "long" },
    { month: "long", day: "numeric" },
    ...(language === "en" ? [{ month: "short" } as const] : []),
  ];
  return styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
      ...style,
      timeZone: "UTC",
    });
    return Array.from({ length: 12 }, (_, i): [string, number] => {
      const parts = format.formatToParts(new Date(Date.UTC(2001, i, 1)));
      const name = parts.find(({ type }) => type === "month")?.value ?? "";
      return [name.toLowerCase().normalize("NFKC").replace(/\.$/u, ""), i + 1];
    }).filter(([name]) => /^[\p{L}\p{M}]+$/u.test(name));
  });
}
