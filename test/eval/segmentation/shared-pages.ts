import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { SHARED } from "../shared.ts";
import { ARTICLE_ROLES, OTHER_ROLES } from "../../../src/corpus/correction.ts";
import { LEVELS, type GoldArticle, type Level, type SamplePage } from "./sample-page.ts";

/** Pages that cannot be kept in this repository; undefined where they do not lie beside it. */
export function sharedPages(set: "dev" | "real"): readonly SamplePage[] | undefined {
  const folder = join(SHARED, "segmentation", set);
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .sort()
    .map((name) => readPage(join(folder, name), name));
}

/** The level that a shared page's name begins with. */
export function levelOf({ name }: SamplePage): Level | undefined {
  return LEVELS.find((level) => name.startsWith(`${level}-`));
}

const goldSchema = z.object({
  lines: z.array(
    z.object({
      text: z.string(),
      article: z.string().nullable(),
      role: z.enum([...ARTICLE_ROLES, ...OTHER_ROLES, "blank"]),
      order: z.number().nullable(),
    }),
  ),
  articles: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      body: z.string(),
      text: z.string(),
      paragraphs: z.array(z.object({ role: z.string(), text: z.string() })),
    }),
  ),
});

type Gold = z.infer<typeof goldSchema>;

function readPage(folder: string, name: string): SamplePage {
  const gold = goldSchema.parse(JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")));
  const places = new Map(gold.articles.map(({ id }, place) => [id, place]));
  return {
    name,
    text: readFileSync(join(folder, "page.txt"), "utf8"),
    lines: gold.lines.map(({ text, article, role, order }) => {
      const place = places.get(article ?? "");
      return {
        ...{ text, role },
        ...(place === undefined ? {} : { article: place }),
        ...(order === null ? {} : { order }),
      };
    }),
    articles: gold.articles.map(goldArticle),
  };
}

function goldArticle({
  id,
  headline,
  body,
  text,
  paragraphs,
}: Gold["articles"][number]): GoldArticle {
  const having = (...wanted: readonly string[]): string =>
    paragraphs
      .filter(({ role }) => wanted.includes(role))
      .map((paragraph) => paragraph.text)
      .join("\n");
  const texts = [
    ...[body, having("body"), having("body", "byline")],
    ...[having("body", "subhead", "byline"), having("body", "subhead", "byline", "caption"), text],
  ];
  return { id, headline, texts: [...new Set(texts)].filter((form) => form !== "") };
}
