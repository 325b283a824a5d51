import type { ArticleText } from "./article-texts.ts";
import { copyOf } from "./elements.ts";
import { flowColumns, type Column } from "./flow.ts";
import type { GoldArticle, Run, SampleLine } from "./sample-page.ts";
import type { Sheet } from "./sheet.ts";
import { setTitle } from "./title.ts";

/** An article as it was set, ready for the page. */
export interface SetArticle {
  readonly gold: GoldArticle;
  /** At least one. */
  readonly columns: readonly Column[];
  /** What is printed somewhere else on the page: captions, subheads and headlines. */
  readonly far: readonly Run[];
}

/** Sets an article into columns, with its headline above, below or far away. */
export function setArticle(text: ArticleText, sheet: Sheet, article: number): SetArticle {
  const copy = copyOf(text, sheet.habits, sheet.random);
  const columns = flowColumns(copy.elements, sheet, article);
  const far: Run[] = copy.far.map(({ role, text: words, order }) =>
    words.split("|").map((line) => ({ text: line, role, article, order })),
  );
  addCaption(text, { columns, far, sheet, article });
  addTitle(setTitle(text, sheet, article), columns, far, sheet);
  const gold = { id: text.id, headline: text.headline.replace("|", " "), texts: copy.texts };
  return { gold, columns, far };
}

interface Place {
  readonly columns: readonly Column[];
  readonly far: Run[];
  readonly sheet: Sheet;
  readonly article: number;
}

function addCaption({ caption }: ArticleText, { columns, far, sheet, article }: Place): void {
  const { habits, random } = sheet;
  if (caption === undefined || !random.percent(habits.caption)) return;
  const line: SampleLine = { text: caption, role: "caption", article };
  const column = columns[random.between(0, columns.length - 1)];
  const run = column?.[random.between(0, column.length - 1)];
  if (column === undefined || run === undefined || random.percent(habits.captionFar))
    far.push([line]);
  else if (random.percent(habits.captionInside) && run.length > 1)
    run.splice(random.between(1, run.length - 1), 0, line);
  else column.splice(random.between(0, column.length), 0, [line]);
}

function addTitle(
  title: readonly Run[],
  columns: readonly Column[],
  far: Run[],
  { habits, random }: Sheet,
): void {
  const runs = title.map((run) => [...run]);
  if (random.percent(habits.headlineFar)) far.push(...runs);
  else if (random.percent(habits.headlineBelow)) columns.at(-1)?.push(...runs);
  else columns[0]?.unshift(...runs);
}
