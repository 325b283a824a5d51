import { mastheadRun, sectionRun, strayRun } from "./furniture.ts";
import type { Run, SampleLine } from "./sample-page.ts";
import type { SetArticle } from "./set-article.ts";
import type { Random } from "./random.ts";
import type { Sheet } from "./sheet.ts";

/** Puts set articles on a page: columns one after the other, what is far at the end or at the top. */
export function composePage(articles: readonly SetArticle[], sheet: Sheet): readonly SampleLine[] {
  const { habits, random } = sheet;
  const stories = columnsInPrint(articles, sheet).map((runs) => [
    ...(random.percent(habits.section) ? [sectionRun(random)] : []),
    ...runs,
    ...(random.percent(habits.stray) ? [strayRun(random)] : []),
  ]);
  const far = random.shuffled(articles).flatMap((article) => article.far);
  const place = placeOfFar(stories.length, random);
  const page = [...stories.slice(0, place), far, ...stories.slice(place)].flat();
  const head = random.percent(habits.masthead) ? [mastheadRun(random)] : [];
  return withBlanks(random.percent(70) ? [...head, ...page] : [...page, ...head], sheet);
}

/** What left its article stands mostly at the end of the page, else at its top or between two columns. */
function placeOfFar(columns: number, random: Random): number {
  if (random.percent(60)) return columns;
  return random.percent(40) ? 0 : random.between(0, columns);
}

/** The columns of all articles in file order; on a bad page some interrupt each other. */
function columnsInPrint(articles: readonly SetArticle[], { habits, random }: Sheet): Run[][] {
  const printed: Run[][] = [];
  for (let at = 0; at < articles.length; at += 1) {
    const columns = articles[at]?.columns ?? [];
    const guests = articles[at + 1]?.columns;
    if (guests === undefined || columns.length < 2 || !random.percent(habits.interrupted)) {
      printed.push(...columns);
      continue;
    }
    const cut = random.between(1, columns.length - 1);
    const stay = random.percent(40) ? random.between(1, guests.length) : guests.length;
    printed.push(...columns.slice(0, cut), ...guests.slice(0, stay));
    printed.push(...columns.slice(cut), ...guests.slice(stay));
    at += 1;
  }
  return printed;
}

function withBlanks(runs: readonly Run[], { random }: Sheet): readonly SampleLine[] {
  const blank: SampleLine = { text: "", role: "blank" };
  const lines = runs.flatMap((run) => [
    ...run,
    ...Array.from({ length: random.percent(4) ? 2 : 1 }, () => blank),
  ]);
  const first = lines[0];
  if (first !== undefined && random.percent(40)) lines[0] = { ...first, text: ` ${first.text}` };
  return lines.slice(0, -1);
}
