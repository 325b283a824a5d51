import type { Page } from "../corpus/page.ts";
import { blocksOf } from "./blocks/blocks.ts";
import { SHIPPED, type Models } from "./learned/models.ts";
import { runsOf } from "./runs/runs.ts";
import type { Segmentation } from "./segmentation.ts";
import { articleIds } from "./texts/article-id.ts";
import { articleParts } from "./texts/article-parts.ts";
import { lineLabels, type Layout } from "./texts/line-labels.ts";
import { placeTitles, type Placed } from "./texts/placement.ts";
import { setArticle } from "./texts/set-article.ts";
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
      ...setArticle(page, part, ids[index] ?? ""),
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
