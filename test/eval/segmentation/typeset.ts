/** How a paragraph is set. */
export interface Measure {
  /** Chinese characters in a full line; a letter, a digit or a blank is half of one. */
  readonly width: number;
  /** Characters that the first line is shorter by. */
  readonly indent: number;
  /** What happens to a comma that finds no room: it hangs over the edge, or takes a character with it. */
  readonly commas: "hang" | "carry";
}

/** The lines of a paragraph in a column; joined they are the text again. */
export function setParagraph(text: string, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let room = measure.width - measure.indent;
  for (const atom of atomsOf(text)) {
    const width = widthOf(atom);
    if (width <= room || line.length === 0 || atom === " ") {
      line.push(atom);
      room -= width;
      continue;
    }
    if (CLOSING.test(atom) && measure.commas === "hang" && room > -1) {
      line.push(atom);
      room = -1;
      continue;
    }
    const carried = carriedOver(line, atom);
    lines.push(line.join(""));
    line = [...carried, atom];
    room = measure.width - widthOf(line.join(""));
  }
  return [...lines, line.join("")].filter((set) => set !== "");
}

const CLOSING = /^[，。、；：？！”’」』）》〉】…/]/u;
const OPENING = /^[“‘「『（《〈【]$/u;
const ATOM = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,%:/+'-]*|——|……|./gsu;

// Words and numbers are not broken.
function atomsOf(text: string): readonly string[] {
  return text.match(ATOM) ?? [];
}

// No line starts with a closing mark, and none ends with an opening one.
function carriedOver(line: string[], next: string): readonly string[] {
  const carried: string[] = [];
  let first = next;
  while (line.length > 1 && (CLOSING.test(first) || OPENING.test(line.at(-1) ?? ""))) {
    first = line.pop() ?? "";
    carried.unshift(first);
  }
  return carried;
}

/** Width in Chinese characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x500 ? 0.5 : 1;
  return width;
}
