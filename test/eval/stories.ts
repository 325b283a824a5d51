/**
 * Measures answers on the 420 questions over the 66 made-up stories and prints quality and speed:
 *
 *   npx tsx test/eval/stories.ts
 *
 * No question or story of these was learned from; slope, offset and threshold of the confidence and the
 * weights of the sentence score were chosen with them in view, beside the questions over the two pages.
 */
import { evaluate, type Outcome } from "../../src/surfaces/cli/evaluation.ts";
import { openStories } from "./question-sets.ts";

const set = await openStories();
const { newspaper } = set.open;
const outcomes: (Outcome & { readonly lang: string })[] = [];
for (const wanted of set.questions) {
  const start = performance.now();
  const answer = await newspaper.ask(wanted.question);
  outcomes.push({ wanted, answer, milliseconds: performance.now() - start, lang: wanted.lang });
}
for (const [name, value] of Object.entries(evaluate(outcomes, newspaper.article))) {
  print(name, value as number | undefined);
}
for (const lang of ["zh", "en"]) {
  const own = outcomes.filter((outcome) => outcome.lang === lang);
  print(`rightArticleFirst, ${lang}`, evaluate(own, newspaper.article).rightArticleFirst);
}
const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
print("millisecondsMedian", times[Math.floor(times.length / 2)]);
set.close();
process.exit(0);

function print(name: string, value: number | undefined): void {
  process.stdout.write(`${name.padEnd(28)} ${(value ?? NaN).toFixed(3)}\n`);
}
