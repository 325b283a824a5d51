/**
 * Asks the turns of labelled dialogues one after the other and prints for how many of the later ones the
 * right article comes first and the first quote has the evidence: follow-ups, which lean on the turn before,
 * and turns to another subject.
 *
 *   npx tsx test/eval/dialogues.ts
 *
 * Dialogues over the two pages and over the practice stories are to tune with, those over the other
 * stories to measure with.
 */
import { readFileSync } from "node:fs";
import { holds } from "../../src/surfaces/cli/evaluation/holds.ts";
import { openIndexOf, writeStories } from "./question-sets.ts";

interface Dialogue {
  readonly turns: readonly Turn[];
}

interface Turn {
  readonly question: string;
  readonly articles: readonly string[];
  readonly evidence: readonly string[];
}

const SETS = [
  ["pages", "corpus"],
  ["practice", writeStories("practice")],
  ["stories", writeStories("articles")],
] as const;

for (const [name, corpus] of SETS) {
  const { open, close } = await openIndexOf(corpus);
  const found = { followUp: [] as boolean[], otherSubject: [] as boolean[] };
  const quoted = { followUp: [] as boolean[], otherSubject: [] as boolean[] };
  for (const { turn, kind, history } of dialoguesOver(name).flatMap(laterTurns)) {
    const { citations, nearest } = await open.newspaper.ask(turn.question, { history });
    const first = open.newspaper.article((citations[0] ?? nearest[0])?.articleId ?? "");
    found[kind].push(first !== undefined && holds(first.text, turn.evidence));
    quoted[kind].push(holds(citations[0]?.quote ?? "", turn.evidence));
  }
  for (const [kind, turns] of Object.entries(found)) {
    const evidence = share(quoted[kind as keyof typeof quoted]);
    process.stdout.write(`${name} ${kind}: article ${share(turns)}, first quote ${evidence}\n`);
  }
  close();
}
process.exit(0);

/** All turns that have a right article, but for the first, which is a question like any other. */
function laterTurns({ turns }: Dialogue) {
  return turns.slice(1).flatMap((turn, i) => {
    const isSame = turns[i]?.articles[0] === turn.articles[0];
    const kind = isSame ? ("followUp" as const) : ("otherSubject" as const);
    const history = turns.slice(0, i + 1).map(({ question }) => question);
    return turn.evidence.length === 0 ? [] : [{ turn, kind, history }];
  });
}

function dialoguesOver(name: string): Dialogue[] {
  const file = new URL(`dialogues-${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Dialogue);
}

function share(found: readonly boolean[]): string {
  const right = found.filter(Boolean).length;
  return `${(right / found.length).toFixed(3)} of ${found.length}`;
}
