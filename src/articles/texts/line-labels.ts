import type { LineRole } from "../lines/line-role.ts";
import type { Line } from "../../corpus/page.ts";
import type { Block } from "../blocks/block.ts";
import type { FurnitureRole } from "../lines/furniture.ts";
import type { Placed } from "./placement.ts";
import type { LineLabel } from "../segmentation.ts";
import type { Story } from "../ways/stories.ts";

/** Everything that is known about a page once its blocks have found their stories. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly stories: readonly Story[];
  readonly placed: readonly Placed[];
  readonly furniture: ReadonlyMap<number, FurnitureRole | "blank">;
}

/** One label for each line of the page, in the order of the lines. */
export function lineLabels(
  lines: readonly Line[],
  layout: Layout,
  ids: readonly string[],
): readonly LineLabel[] {
  const homes = homesOf(layout);
  const labels = new Map<number, Label>();
  for (const [n, role] of layout.furniture) labels.set(n, { role });
  layout.blocks.forEach((block, at) => {
    const { role, story } = homes.get(at) ?? { role: roleAlone(block), story: -1 };
    const article = ids[story];
    for (const line of block.lines) labels.set(line.n, withArticle(role, article));
  });
  return lines.map(({ n }) => ({ n, ...(labels.get(n) ?? { role: "noise" }) }));
}

interface Label {
  readonly role: LineRole;
  readonly article?: string;
}

interface Home {
  readonly role: LineRole;
  readonly story: number;
}

function homesOf({ stories, placed }: Layout): ReadonlyMap<number, Home> {
  const homes = new Map<number, Home>();
  stories.forEach(({ prose, bylines }, story) => {
    for (const at of prose) homes.set(at, { role: "body", story });
    for (const at of bylines) homes.set(at, { role: "byline", story });
  });
  for (const { at, story, role } of placed) homes.set(at, { role, story });
  return homes;
}

/** On a page without a single story. */
function roleAlone({ kind }: Block): LineRole {
  if (kind === "prose") return "body";
  return kind === "title" ? "headline" : kind;
}

function withArticle(role: LineRole, article: string | undefined): Label {
  return article === undefined ? { role } : { role, article };
}
