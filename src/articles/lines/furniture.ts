import type { LineRole } from "./line-role.ts";
import type { PrintedLine } from "./printed-line.ts";
import { folded } from "./script.ts";

/** What a page carries besides its stories. */
export type FurnitureRole = Extract<LineRole, "masthead" | "section" | "noise">;

/**
 * The lines of one unbroken run that are no part of any story: the paper's own head and foot, the name
 * of a section, stray glyphs.
 */
export function furnitureOf(run: readonly PrintedLine[]): ReadonlyMap<number, FurnitureRole> {
  const found = new Map<number, FurnitureRole>();
  for (const line of run) {
    const role = roleOf(folded(line.text), run.length);
    if (role !== undefined) found.set(line.n, role);
  }
  if ([...found.values()].includes("masthead")) claimNames(run, found);
  return found;
}

const EDITORS =
  /^(?:本版|本期|值班|执行|统筹)?(?:责任编辑|责编|编辑|美编|校对|审校|版式|组版|主编|编审|审读|视觉|制图|监制)[ 　:：]/u;
const CONTACT =
  /^\p{Script=Han}{0,6}(?:热线|电话|传真|邮箱|信箱|网址|邮编|E-?mail)[\s:：]+[\w().:/@（）、\s—-]+$/iu;
const ISSUE = /^\p{Script=Han}{0,8}\s*(?:总\s*)?第\s*\d+\s*期(?:\s|$)/u;
const DATELINE = /^\d{4}\s*[年.-]\s*\d{1,2}\s*[月.-]\s*\d{1,2}\s*日?(?:\s*(?:星期|周).)?(?:\s|$)/u;
const FOLIO = /^第?\s*(?:[A-D]\d{1,2}|\d{2})\s*版?(?:[\s·:：|]+\p{Script=Han}{2,4})?$/u;
const MASTHEAD = [EDITORS, CONTACT, ISSUE, DATELINE, FOLIO];

const SECTION =
  /^(?:[■◆◇●○★☆□▌▍▎◎※▶▣♦]+\s*\p{Script=Han}{2,8}[■◆◇●○★☆□◎]*|[【〖〔［]\p{Script=Han}{2,8}[】〗〕］])$/u;

// Marks without letters, or up to three letters or digits that no sentence lost.
const STRAY =
  /^(?:[^\p{L}\p{N}]+|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\s]{1,3}|\p{L})$/u;

/** The line is a mark, a letter or a number that no sentence lost. */
export function isStray(text: string): boolean {
  return STRAY.test(folded(text));
}

// Two editors, their titles and an address; running text on a line is shorter but has a full stop.
const LONGEST_MASTHEAD = 60;
const LONGEST_NAME = 8;

function roleOf(text: string, companions: number): FurnitureRole | undefined {
  if (SECTION.test(text)) return "section";
  if (isMasthead(text)) return "masthead";
  return companions === 1 && isStray(text) ? "noise" : undefined;
}

function isMasthead(text: string): boolean {
  if (text.length > LONGEST_MASTHEAD || /[。，；]/u.test(text)) return false;
  return MASTHEAD.some((cue) => cue.test(text));
}

/** The paper's name is known only by its company: a short line in the masthead's own run. */
function claimNames(run: readonly PrintedLine[], found: Map<number, FurnitureRole>): void {
  if (run.length > found.size * 2 + 1) return;
  for (const line of run) {
    if (!found.has(line.n) && line.text.length <= LONGEST_NAME) found.set(line.n, "masthead");
  }
}
