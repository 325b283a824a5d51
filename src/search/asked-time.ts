import { chineseNumber } from "../indexing/numbers.ts";

/** What a question says about when: which dates it asks about, or that it wants what is new. */
export interface AskedTime {
  /** Whether an article of this date (YYYY-MM-DD) may be meant. */
  readonly covers: (date: string) => boolean;
  /** Whether the newest is wanted: "recently", 最近, 最新. */
  readonly wantsNewest: boolean;
}

/**
 * Reads the times that a question names: 上个月, 去年7月, 9月28日, "last month", "in July", «в прошлом месяце».
 * `today` is the day from which such words count. Undefined for a question that names none.
 */
export async function askedTime(question: string, today: Date): Promise<AskedTime | undefined> {
  const text = question.normalize("NFKC");
  const named = /[\p{Script=Han}\p{Script=Hangul}]/u.test(text)
    ? easternTimes(text, today)
    : await westernTimes(text, today);
  const wantsNewest = NEWEST.test(text);
  if (named.length === 0) {
    return wantsNewest ? { covers: () => false, wantsNewest } : undefined;
  }
  const merged = merge(named);
  return { covers: (date) => merged.some((time) => isIn(date, time)), wantsNewest };
}

/** What is known of a time; a year alone means all of it, a day without a year one of any year. */
interface NamedTime {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** A paper tells of a day on that day or on one of the next. */
const DAYS_LATER = 3;

function isIn(date: string, { year, month, day }: NamedTime): boolean {
  const [y = 0, m = 0, d = 0] = date.split("-").map(Number);
  if (day === undefined || month === undefined) return isOf(y, year) && isOf(m, month);
  const later = (Date.UTC(y, m - 1, d) - Date.UTC(year ?? y, month - 1, day)) / DAY;
  return later >= 0 && later <= DAYS_LATER;
}

function isOf(number: number, wanted: number | undefined): boolean {
  return wanted === undefined || number === wanted;
}

const DAY = 24 * 60 * 60 * 1000;

/** "July last year" names a month and a year: they belong together where one has what the other lacks. */
function merge(times: readonly NamedTime[]): readonly NamedTime[] {
  const [first, second] = times;
  if (!first || !second || times.length > 2) return times;
  const isPair = (first.year === undefined) !== (second.year === undefined);
  const areApart = first.month === undefined || second.month === undefined;
  if (!isPair || !areApart) return times;
  return [
    {
      year: first.year ?? second.year,
      month: first.month ?? second.month,
      day: first.day ?? second.day,
    },
  ];
}

/** Words for what is new, in the languages of the interface and those that readers write in most. */
const NEWEST =
  /最近|近日|近期|日前|最新|近來|近来|這陣子|这阵子|최근|최신|\b(?:recent(?:ly)?|latest|newest|lately|these days|récemment|dernières? nouvelles|kürzlich|neuest\w*|neulich|reciente\w*|últim[oa]s noticias|gần đây|mới nhất)\b|недавн|в последнее время|последние новости|مؤخر|أحدث/iu;

/** Of Chinese, Japanese and Korean, and how many months back they lie. */
const MONTHS_BACK: readonly (readonly [RegExp, number])[] = [
  [/本月|[这這当當][个個]?月|今月|이번 ?달/u, 0],
  [/上[个個]?月|先月|지난 ?달/u, 1],
];
const YEARS_BACK: readonly (readonly [RegExp, number])[] = [
  [/今年|本年|올해/u, 0],
  [/去年|昨年|작년/u, 1],
  [/前年|一昨年|재작년/u, 2],
];
const DAYS_BACK: readonly (readonly [RegExp, number])[] = [
  [/今[天日]|오늘/u, 0],
  [/昨[天日]|어제/u, 1],
  [/前[天日]|一昨日|그저께/u, 2],
];

const MONTH =
  /(\d{1,2}|[一二三四五六七八九十]{1,2})\s?[月월](?!前|後|后)(?:\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号號일])?/gu;

function easternTimes(text: string, today: Date): NamedTime[] {
  const back = <T>(table: readonly (readonly [RegExp, number])[], time: (many: number) => T): T[] =>
    table.filter(([word]) => word.test(text)).map(([, many]) => time(many));
  const months = [...text.matchAll(MONTH)]
    .map(([, month = "", day]) => ({
      month: numberOf(month),
      day: day === undefined ? undefined : numberOf(day),
    }))
    .filter(({ month }) => month >= 1 && month <= 12);
  return [
    ...[...text.matchAll(/((?:19|20)\d\d)\s?[年년]/gu)].map(([, year]) => ({ year: Number(year) })),
    ...back(YEARS_BACK, (many) => ({ year: today.getFullYear() - many })),
    ...back(MONTHS_BACK, (many) =>
      monthOf(new Date(today.getFullYear(), today.getMonth() - many, 1)),
    ),
    ...back(DAYS_BACK, (many) => dayOf(new Date(today.getTime() - many * DAY))),
    ...months,
  ];
}

function numberOf(written: string): number {
  return /^\d/.test(written) ? Number(written) : chineseNumber(written);
}

function monthOf(date: Date): NamedTime {
  return { year: date.getFullYear(), month: date.getMonth() + 1 };
}

function dayOf(date: Date): NamedTime {
  return { ...monthOf(date), day: date.getDate() };
}

/** Which parsers a script asks for: a text of another one would only be misread. */
const LANGUAGES = [
  [/\p{Script=Cyrillic}/u, ["ru", "uk"]],
  [/\p{Script=Arabic}/u, ["ar"]],
  [/\p{Script=Latin}/u, ["en", "de", "fr", "es", "pt", "nl", "vi"]],
] as const;

/** Loaded when first needed: it takes a quarter of a second, and many papers carry no dates. */
async function westernTimes(text: string, today: Date): Promise<NamedTime[]> {
  const years = [...text.matchAll(/\b(?:19|20)\d\d\b/gu)].map(([year]) => ({ year: Number(year) }));
  const languages = LANGUAGES.find(([script]) => script.test(text))?.[1] ?? [];
  if (languages.length === 0) return years;
  const chrono = await import("chrono-node");
  const parsed = languages.flatMap((language) => chrono[language].parse(text, today));
  const times = parsed.flatMap(({ start }) => {
    const known = (part: "year" | "month" | "day"): number | undefined =>
      start.isCertain(part) ? (start.get(part) ?? undefined) : undefined;
    const time = { year: known("year"), month: known("month"), day: known("day") };
    return time.year === undefined && time.month === undefined ? [] : [time];
  });
  // Two languages may read the same words, and the year of a date stands in it.
  const all = [...times, ...years.filter(({ year }) => times.every((time) => time.year !== year))];
  return [...new Map(all.map((time) => [JSON.stringify(time), time])).values()];
}
