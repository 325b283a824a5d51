import type { Element } from "./elements.ts";
import type { SampleLine } from "./sample-page.ts";
import type { Sheet } from "./sheet.ts";
import { setParagraph, widthOf } from "./typeset.ts";

/** A column of an article: runs from top to bottom. */
export type Column = SampleLine[][];

/** Sets an article's elements into columns, one below the other in the order of reading. */
export function flowColumns(
  elements: readonly Element[],
  sheet: Sheet,
  article: number,
): readonly Column[] {
  const flow: Flow = { sheet, article, columns: [], width: 0, left: 0, height: heightOf(sheet) };
  turnColumn(flow);
  for (const element of elements) {
    if (element.role === "body") setBody(flow, element);
    else if (element.role === "byline") setByline(flow, element);
    else lastColumn(flow).push(element.text.split("|").map((text) => lineOf(flow, element, text)));
  }
  return flow.columns.filter((column) => column.length > 0);
}

interface Flow {
  readonly sheet: Sheet;
  readonly article: number;
  readonly columns: Column[];
  readonly height: number;
  width: number;
  /** Lines that still fit into the column. */
  left: number;
}

const HEIGHTS = [7, 20] as const;

function heightOf({ habits, random }: Sheet): number {
  return random.percent(habits.columns) ? random.between(...HEIGHTS) : Infinity;
}

// Uneven columns: a photograph or a headline takes some of the lines.
function turnColumn(flow: Flow): void {
  const { habits, random, width } = flow.sheet;
  flow.width = random.percent(habits.widths) ? width + random.between(-4, 4) : width;
  flow.left = flow.height === Infinity ? Infinity : flow.height + random.between(-2, 2);
  flow.columns.push([]);
}

function setBody(flow: Flow, element: Element): void {
  let rest = element.text;
  let indent = 2;
  while (rest !== "") {
    if (flow.left <= 0) turnColumn(flow);
    const measure = { width: flow.width, indent, commas: flow.sheet.commas };
    const lines = setParagraph(rest, measure);
    const fitting = lines.slice(0, flow.left);
    const mark = indent > 0 ? flow.sheet.indent : "";
    const [first = "", ...others] = fitting;
    place(
      flow,
      [mark + first.trimStart(), ...others].map((text) => lineOf(flow, element, text)),
    );
    flow.left -= fitting.length;
    rest = lines.slice(fitting.length).join("");
    indent = 0;
  }
}

function place(flow: Flow, lines: SampleLine[]): void {
  const column = lastColumn(flow);
  const above = column.at(-1);
  if (flow.sheet.paragraphs === "nothing" && above?.at(-1)?.role === "body") above.push(...lines);
  else column.push(lines);
}

function setByline(flow: Flow, element: Element): void {
  const column = lastColumn(flow);
  const run = column.at(-1);
  const above = run?.at(-1);
  const line = lineOf(flow, element, element.text);
  if (run === undefined || above?.role !== "body" || flow.sheet.random.percent(15)) {
    column.push([line]);
    return;
  }
  const fits = widthOf(above.text) + 1 + widthOf(element.text) <= flow.width;
  if (element.inline === true && fits)
    run[run.length - 1] = { ...above, text: `${above.text} ${element.text}` };
  else run.push(line);
}

function lastColumn(flow: Flow): Column {
  return flow.columns.at(-1) ?? [];
}

function lineOf(flow: Flow, { role, order }: Element, text: string): SampleLine {
  return { text: text.trimEnd(), role, article: flow.article, order };
}
