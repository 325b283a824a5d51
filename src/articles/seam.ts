import { firstOf, textOf, type Block } from "./block.ts";
import { isPulled, type Clauses } from "./clauses.ts";
import type { Likeness } from "./likeness.ts";
import { isOpen, isOver, type Arrival, type StoryDraft } from "./story-draft.ts";

/** The place where a block of running text meets what came before. */
export interface Seam extends Arrival {
  /** Titles between the running text before and this. */
  readonly titles: readonly Block[];
  /** The text from here on, as far as a quotation above it may reach. */
  readonly ahead: string;
  readonly page: PageWords;
}

/** What is known about the words of the whole page. */
export interface PageWords {
  readonly clauses: Clauses;
  readonly likeness: Likeness;
  /** Below this share of known words, text under a headline is a story of its own. */
  readonly kinship: number;
}

// All shares were read off development pages of other papers: of the blocks that go on with a story, 19
// in 20 share more than .01 of their weight with it, half more than .10; of others 19 in 20 less than .07.
const STRANGER = 0.03;
const MOVED_STRANGER = 0.1;
const RELATIVE = 0.12;
const CLOSER = 3;
const UNFULFILLED = 0.02;

// Columns of different stories differ by more than loose setting makes up.
const OTHER_COLUMN = 1.5;

/** The story that this running text goes on with; undefined where it opens one. */
export function homeOf(
  seam: Seam,
  drafts: readonly StoryDraft[],
  current: StoryDraft | undefined,
): StoryDraft | undefined {
  if (seam.stretch.leads || current === undefined) return undefined;
  const kinship = seam.page.likeness(seam.pairs, current.pairs);
  const meeting = { seam, current, kinship, headed: isHeaded(seam) };
  if (isOpen(current)) return interrupts(meeting) ? undefined : current;
  const earlier = resumed(meeting, drafts);
  if (earlier !== undefined) return earlier;
  if (isOver(current) || breaksPromise(meeting)) return undefined;
  return meeting.headed && kinship < neededKinship(meeting) ? undefined : current;
}

interface Meeting {
  readonly seam: Seam;
  readonly current: StoryDraft;
  readonly kinship: number;
  /** A title in words of its own stands above: a headline, if not always of this text. */
  readonly headed: boolean;
}

function isHeaded(seam: Seam): boolean {
  return seam.titles.some((title) => !isPulled(title.lines, seam.page.clauses));
}

// Read off made and development pages: subheads are this short, the sections below them share little.
const LONGEST_SUBHEAD = 8;
const SUBHEAD_KINSHIP = 0.01;
// One of its own, and one that has moved here.
const MOST_SUBHEADS = 2;

/** A story that has one subhead has others, so below a second nothing is asked of the text. */
function neededKinship(meeting: Meeting): number {
  if (!isBelowSubhead(meeting)) return meeting.seam.page.kinship;
  return meeting.current.divided ? 0 : SUBHEAD_KINSHIP;
}

/** Nothing but short titles stand above, and the story before them is not signed: likely to go on. */
function isBelowSubhead({ seam, current }: Meeting): boolean {
  if (current.signed || seam.titles.length > MOST_SUBHEADS) return false;
  return seam.titles.every(
    ({ lines }) => lines.length === 1 && firstOf(lines).width <= LONGEST_SUBHEAD,
  );
}

/** A sentence is cut off above, and here a paragraph starts: another story came in between. */
function interrupts({ seam, current, kinship, headed }: Meeting): boolean {
  if (seam.stretch.start !== "paragraph") return false;
  const moved = Math.abs(seam.stretch.column - current.end.column) > OTHER_COLUMN;
  return headed || kinship < (moved ? MOVED_STRANGER : STRANGER);
}

/** An earlier story that was interrupted and goes on here. */
function resumed(meeting: Meeting, drafts: readonly StoryDraft[]): StoryDraft | undefined {
  const { seam, current, kinship, headed } = meeting;
  const likeness = (draft: StoryDraft): number => seam.page.likeness(seam.pairs, draft.pairs);
  const waiting = drafts.findLast((draft) => draft !== current && isOpen(draft));
  if (waiting !== undefined && seam.stretch.start !== "paragraph") {
    if (isOver(current) || isMisfit(meeting) || likeness(waiting) > kinship) return waiting;
  }
  const last = drafts[drafts.indexOf(current) - 1];
  if (!headed || last === undefined || last.signed) return undefined;
  return likeness(last) > Math.max(RELATIVE, CLOSER * kinship) ? last : undefined;
}

/** A paragraph has ended above, and here is the middle of one. */
function isMisfit({ seam, current }: Meeting): boolean {
  return current.end.rested && seam.stretch.start === "middle";
}

/** The quotations above are found nowhere below, and the text below is about something else. */
function breaksPromise({ seam, kinship, headed }: Meeting): boolean {
  if (headed || seam.titles.length === 0 || kinship >= UNFULFILLED) return false;
  return seam.titles.every(
    (title) =>
      title.lines.every((line) => !seam.ahead.includes(line.text)) &&
      !seam.ahead.includes(textOf(title.lines)),
  );
}
