import type { Models } from "../../../src/articles/learned/models.ts";
import { blocksOf, type Blocks } from "../../../src/articles/blocks/blocks.ts";
import { confidenceFeatures } from "../../../src/articles/ways/confidence.ts";
import { headlineFeatures } from "../../../src/articles/headlines/headline-features.ts";
import { candidaciesIn } from "../../../src/articles/headlines/headlines.ts";
import { cuesOf, titleFeatures, type Kind } from "../../../src/articles/runs/line-features.ts";
import type { PrintedLine } from "../../../src/articles/lines/printed-line.ts";
import { denselySet } from "./dense-page.ts";
import { linkFeatures } from "../../../src/articles/links/link-features.ts";
import { draftsAfter, habitsOf } from "../../../src/articles/links/links.ts";
import { runsOf } from "../../../src/articles/runs/runs.ts";
import { decide, partsOf, waysOf } from "../../../src/articles/ways/stories.ts";
import type { StoryDraft } from "../../../src/articles/links/story-draft.ts";
import { profileOf } from "../../../src/articles/headlines/story-profile.ts";
import { stretchesOf, type Stretches } from "../../../src/articles/links/stretches.ts";
import type { Title } from "../../../src/articles/links/titles.ts";
import { wayFeatures } from "../../../src/articles/ways/way-features.ts";
import { readPage } from "../../../src/corpus/read-page.ts";
import type { Example } from "./fit.ts";
import type { SamplePage } from "./sample-page.ts";

/** A labelled page as the program sees it, with the truth about its stretches. */
export interface Lesson {
  readonly page: SamplePage;
  readonly blocks: Blocks;
  readonly stretches: Stretches;
  /** For each stretch the first stretch of its article. */
  readonly homes: readonly number[];
  /** For each stretch the place of its article. */
  readonly articles: readonly number[];
}

/** Reads a labelled page. A stretch belongs to the article that most of its lines are of. */
export function lessonOf(page: SamplePage): Lesson {
  const { runs } = runsOf(readPage(page.text, page.name, {}).lines, {});
  const blocks = blocksOf(runs);
  const stretches = stretchesOf(blocks);
  let before = 0;
  const articles = stretches.stretches.map(({ at }) => {
    const lines = blocks.blocks[at]?.lines ?? [];
    const votes = lines.flatMap(({ n }) => bodyOf(page, n) ?? []);
    return (before = mostFrequent(votes) ?? before);
  });
  const homes = articles.map((article) => articles.indexOf(article));
  return { page, blocks, stretches, homes, articles };
}

function bodyOf(page: SamplePage, n: number): number | undefined {
  const line = page.lines[n - 1];
  return line?.role === "body" ? line.article : undefined;
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** At each line of the page set without blank lines: is it of a title, or of running text? */
export function lineExamples({ page }: Lesson): readonly Example[] {
  const { runs } = runsOf(readPage(denselySet(page), page.name, {}).lines, {});
  const labels = page.lines.filter(({ role }) => role !== "blank");
  const kindOf = ({ n }: PrintedLine): Kind =>
    labels[n - 1]?.role === "body" || labels[n - 1]?.role === "byline" ? "text" : "title";
  return runs.flatMap((lines) =>
    lines.map((line, at): Example => {
      const above = lines[at - 1];
      const features = titleFeatures(cuesOf({ lines, at }), above ? kindOf(above) : "nothing");
      return { choices: [new Map(), features], right: kindOf(line) === "title" ? 1 : 0 };
    }),
  );
}

/** At each stretch: which of the stories above goes on, or does one open. */
export function linkExamples({ stretches: page, homes }: Lesson): readonly Example[] {
  const habits = habitsOf(page);
  let drafts: readonly StoryDraft[] = [];
  return homes.flatMap((home, part): Example[] => {
    const choices = linkFeatures({ page, part, drafts, habits });
    const known = drafts.findIndex((draft) => draft.first === home);
    const right = known < 0 ? drafts.length : known;
    drafts = draftsAfter(page, part, { drafts, choice: right });
    return choices.length > 1 ? [{ choices, right }] : [];
  });
}

/** For each title: which story it heads, or none. */
export function headlineExamples(lesson: Lesson): readonly Example[] {
  const { stretches: page, homes, articles } = lesson;
  const stories = partsOf(homes);
  const profiles = stories.map((parts) => profileOf(page, parts));
  const candidacies = candidaciesIn({ titles: page.titles, from: 0, stories: profiles });
  return candidacies.flatMap((candidacy, place): Example[] => {
    if (candidacy.title.block.kind !== "title") return [];
    const headed = headedBy(lesson, place);
    const story = stories.findIndex(([first = -1]) => articles[first] === headed);
    const right = headed === undefined || story < 0 ? stories.length : story;
    return [{ choices: headlineFeatures(candidacy), right }];
  });
}

/** The article that most lines of a title are the headline of. */
function headedBy({ page, stretches }: Lesson, place: number): number | undefined {
  const lines = stretches.titles[place]?.block.lines ?? [];
  const heading = lines.flatMap(({ n }) => {
    const line = page.lines[n - 1];
    return line?.role === "headline" ? (line.article ?? []) : [];
  });
  return heading.length * 2 >= lines.length ? mostFrequent(heading) : undefined;
}

/** Of the likeliest ways to cut the page the right one; nothing where it is not among them. */
export function wayExamples({ stretches, homes }: Lesson, models: Models): readonly Example[] {
  const ways = waysOf(stretches, models);
  const right = ways.findIndex((way) => way.joining.homes.join() === homes.join());
  if (right < 0 || ways.length < 2) return [];
  return [{ choices: ways.map((way) => wayFeatures(stretches, way)), right }];
}

/** For each story of the way that the program takes: is it right, with its headline, or not. */
export function confidenceExamples(lesson: Lesson, models: Models): readonly Example[] {
  const { stretches: page, homes } = lesson;
  const decision = decide(page, models);
  const way = decision.ways[decision.chosen];
  const known = new Map(partsOf(homes).map((parts) => [parts.join(), parts]));
  return (way?.stories ?? []).map((parts, story) => {
    const title = way?.heading.headlines[story]?.title;
    const whole = known.has(parts.join());
    const article = lesson.articles[parts[0] ?? -1];
    const right = whole && title !== undefined && isWholeHeadline(lesson, title, article);
    return { choices: [confidenceFeatures(decision, story), new Map()], right: right ? 0 : 1 };
  });
}

/** The title is all of an article's headline and nothing else. */
function isWholeHeadline({ page }: Lesson, title: Title, article: number | undefined): boolean {
  const own = page.lines.flatMap((line, at) =>
    line.role === "headline" && line.article === article ? [at + 1] : [],
  );
  return own.join() === title.block.lines.map(({ n }) => n).join();
}
