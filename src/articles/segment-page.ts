import { SHIPPED, type Models } from "./learned/models.ts";
import { imprintOf, type Page } from "../corpus/page.ts";
import { articleIds } from "./texts/article-id.ts";
import { articleParts, type ArticleParts } from "./texts/article-parts.ts";
import { joinPieces } from "./texts/article-text.ts";
import type { Article, LineRange } from "./article.ts";
import { blocksOf } from "./blocks/blocks.ts";
import { lineLabels, type Layout } from "./texts/line-labels.ts";
import { placeTitles, type Placed } from "./texts/placement.ts";
import { runsOf } from "./runs/runs.ts";
import type { Segmentation } from "./segmentation.ts";
import { storiesOf } from "./ways/stories.ts";

/**
 * Cuts a page into its articles. Any text will do: what is no article is labelled and left out, and
 * every line gets its label.
 */
export function segmentPage(page: Page, models: Models = SHIPPED): Segmentation {
  const layout = layOut(page, models);
  const parts = layout.stories.map((story, index) =>
    articleParts(layout.blocks, story, ofStory(layout.placed, index)),
  );
  const ids = articleIds(
    page.file,
    parts.map((part) => part.body),
  );
  return {
    articles: parts.map((part, index) => ({
      ...articleOf(page, part, ids[index] ?? ""),
      confidence: layout.stories[index]?.confidence ?? 0,
    })),
    lines: lineLabels(page.lines, layout, ids),
  };
}

/** Lines to runs, runs to blocks, blocks to stories, and then the titles to the stories. */
function layOut(page: Page, models: Models): Layout {
  const { runs, furniture } = runsOf(page.lines, models.lines);
  const { blocks, clauses } = blocksOf(runs);
  const stories = storiesOf({ blocks, clauses }, models);
  return { blocks, stories, placed: placeTitles({ blocks, clauses }, stories), furniture };
}

function ofStory(placed: readonly Placed[], story: number): readonly Placed[] {
  return placed.filter((place) => place.story === story);
}

function articleOf(page: Page, parts: ArticleParts, id: string): Article {
  return {
    id,
    headline: parts.headline,
    ...(parts.subheadline === "" ? {} : { subheadline: parts.subheadline }),
    ...(parts.byline === "" ? {} : { byline: parts.byline }),
    captions: parts.captions,
    ...joinPieces(parts.pieces),
    source: { file: page.file, lines: rangeOf(parts), ...imprintOf(page) },
  };
}

function rangeOf({ pieces }: ArticleParts): LineRange {
  const lines = pieces.filter((piece) => piece.text !== "").map((piece) => piece.line);
  return [
    lines.reduce((least, line) => Math.min(least, line), Infinity),
    lines.reduce((most, line) => Math.max(most, line), 0),
  ];
}
