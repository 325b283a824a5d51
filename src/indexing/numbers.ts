/**
 * The values of the numbers in a text, as digits: 二十八 and 28 give `28`, 120万, "1,200,000" and
 * "1.2 million" give `1200000`. Numbers that are written only in digits and nothing else are left out:
 * they are words already. `text` is in narrow, small, simplified characters.
 */
export function valuesOf(text: string): string[] {
  return [...text.matchAll(NUMBER)].flatMap(([written, number = "", unit = ""]) => {
    const value = decimalOf(number) * (UNITS.get(unit) ?? 1);
    // Beyond that a double no longer tells neighbours apart.
    const isValue = Number.isFinite(value) && value < Number.MAX_SAFE_INTEGER;
    const digits = isValue ? String(Number(value.toFixed(2))) : written;
    return digits === written || !isValue ? [] : [digits];
  });
}

/**
 * The number that Chinese characters write, with its tens and hundreds (三千五百), with a zero in between
 * (一百零五), or figure by figure (二〇二二); NaN for what is none. Digits may stand for figures (3千).
 */
export function chineseNumber(written: string): number {
  if (/^[〇零一二三四五六七八九]{2,}$/u.test(written)) {
    return Number(Array.from(written, (figure) => FIGURES.get(figure) ?? "").join(""));
  }
  for (const unit of ["亿", "万"]) {
    const at = written.lastIndexOf(unit);
    if (at < 0) continue;
    const rest = written.slice(at + 1);
    const many = chineseNumber(written.slice(0, at)) * (UNITS.get(unit) ?? NaN);
    return many + (rest === "" ? 0 : chineseNumber(rest));
  }
  return belowMyriad(written.replaceAll(/[零〇]/gu, ""));
}

function belowMyriad(written: string): number {
  let sum = 0;
  let figure: number | undefined;
  for (const [part] of written.matchAll(/\d+(?:\.\d+)?|\D/gu)) {
    const unit = UNITS.get(part);
    if (unit !== undefined) {
      sum += (figure ?? 1) * unit;
      figure = undefined;
    } else if (figure === undefined) {
      figure = FIGURES.get(part) ?? Number(part);
    } else return NaN;
  }
  return sum + (figure ?? 0);
}

const MYRIAD = 10_000;

const FIGURES: ReadonlyMap<string, number> = new Map([
  ...Array.from("〇一二三四五六七八九", (figure, i) => [figure, i] as const),
  ...([
    ["零", 0],
    ["两", 2],
  ] as const),
]);

const UNITS: ReadonlyMap<string, number> = new Map([
  ...([
    ["十", 10],
    ["百", 100],
    ["千", 1000],
    ["万", MYRIAD],
    ["亿", MYRIAD ** 2],
  ] as const),
  ...([
    ["万亿", MYRIAD ** 3],
    ["thousand", 1e3],
    ["million", 1e6],
    ["billion", 1e9],
  ] as const),
]);

/**
 * Characters that write a number with a ten, a hundred, … in it, or a year figure by figure (a name like
 * 二七 is neither); or digits, their thousands parted by commas or not, before a unit or not.
 */
const NUMBER =
  /((?=[〇零一二两三四五六七八九]*[十百千万亿])[〇零一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千万亿]*|[〇零一二三四五六七八九]{4}(?=年)|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)(?:\s?(万亿|[百千万亿]|thousand|million|billion))?/gu;

function decimalOf(number: string): number {
  return /^\d/.test(number) ? Number(number.replaceAll(",", "")) : chineseNumber(number);
}
