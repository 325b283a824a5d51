/**
 * Measures answers on the 420 questions over the 66 made-up stories and prints what `baowen eval` prints:
 *
 *   npx tsx test/eval/stories.ts
 *
 * No question or story of these was learned from; slope, offset and threshold of the confidence and the
 * weights of the sentence score were chosen with them in view, beside the questions over the two pages.
 */
import { askAll } from "../../src/surfaces/cli/evaluation/ask-all.ts";
import { renderReport, reportOn } from "../../src/surfaces/cli/evaluation/report.ts";
import { openStories } from "./question-sets.ts";

const { questions, open, close } = await openStories();
const outcomes = await askAll(questions, open);
process.stdout.write(`${renderReport(reportOn(outcomes, open.newspaper.article))}\n`);
close();
process.exit(0);
