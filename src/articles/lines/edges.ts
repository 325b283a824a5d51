/** Whether two pieces of running text can be one sentence, from the characters where they meet. */

/** A word begins at the end of one piece and ends in the other. */
export function breaksWord(above: string, below: string): boolean {
  // Where Latin words are wrapped there was a blank.
  if (/\p{Script=Latin}$/u.test(above) && /^\p{Script=Latin}/u.test(below)) return false;
  const head = above.slice(-REACH);
  const whole = head + below.slice(0, REACH);
  return ![...words.segment(whole)].some(({ index }) => index === head.length);
}

// The longest words that a dictionary has are idioms of four characters.
const REACH = 5;

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** What quotation marks and brackets say: the text below closes what is open above, or it does not. */
export type Brackets = "balanced" | "closed" | "unclosed" | "stray";

/** Compares the marks that the last sentence above leaves open with those that the text below closes. */
export function bracketsAcross(above: string, below: string): Brackets {
  const open = openIn(above.slice(-SENTENCE));
  const closed = closedIn(below.slice(0, SENTENCE));
  if (open.length === 0) return closed === undefined ? "balanced" : "stray";
  return closed === open.at(-1) ? "closed" : "unclosed";
}

// Longer quotations than this are paragraphs of their own.
const SENTENCE = 120;

const CLOSING_OF: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "（": "）",
  "《": "》",
  "「": "」",
  "『": "』",
};
const CLOSING: ReadonlySet<string> = new Set(Object.values(CLOSING_OF));

function openIn(text: string): readonly string[] {
  const open: string[] = [];
  for (const mark of text) {
    const closing = CLOSING_OF[mark];
    if (closing !== undefined) open.push(closing);
    else if (mark === open.at(-1)) open.pop();
  }
  return open;
}

/** The first closing mark that nothing in the text opens. */
function closedIn(text: string): string | undefined {
  const open: string[] = [];
  for (const mark of text) {
    const closing = CLOSING_OF[mark];
    if (closing !== undefined) open.push(closing);
    else if (!CLOSING.has(mark)) continue;
    else if (open.at(-1) === mark) open.pop();
    else return mark;
  }
  return undefined;
}
