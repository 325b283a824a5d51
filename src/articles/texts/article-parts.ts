import { joinWraps, type TextPiece } from "./article-text.ts";
import type { Block } from "../blocks/block.ts";
import { paragraphsOf, type Paragraph } from "./paragraphs.ts";
import type { Placed, PlacedRole } from "./placement.ts";
import type { PrintedLine } from "../lines/printed-line.ts";
import type { Story } from "../ways/stories.ts";
import type { SettableParts } from "./set-article.ts";
import { setSubheads, type SetSubhead } from "./subheads.ts";

/** A story put in reading order, still in lines. */
export interface ArticleParts extends SettableParts {
  /** The first paragraphs without subheads, which may move when the cutting gets better. */
  readonly body: string;
}

/** Collects what belongs to one story. */
export function articleParts(
  blocks: readonly Block[],
  story: Story,
  placed: readonly Placed[],
): ArticleParts {
  const linesOf = (at: number): readonly PrintedLine[] => blocks[at]?.lines ?? [];
  const having = (role: PlacedRole): readonly number[] =>
    placed.filter((place) => place.role === role).map((place) => place.at);
  const joined = (role: PlacedRole): string =>
    joinWraps(
      having(role)
        .flatMap(linesOf)
        .map((line) => line.text),
    );
  const paragraphs = paragraphsOf(blocks, story.prose);
  const subheads = having("subhead").map((at) => ({ at, lines: linesOf(at) }));
  return {
    headline: joined("headline"),
    subheadline: joined("subheadline"),
    byline: bylineOf(story.bylines.flatMap(linesOf), paragraphs),
    captions: having("caption").map((at) => joinWraps(linesOf(at).map((line) => line.text))),
    pieces: piecesOf(paragraphs, setSubheads(subheads, paragraphs, story.bylines)),
    body: paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => line.text)).join(""),
  };
}

function bylineOf(lines: readonly PrintedLine[], paragraphs: readonly Paragraph[]): string {
  const inside = paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => line.byline));
  return [...lines.map((line) => line.text), ...inside.filter((text) => text !== undefined)].join(
    " ",
  );
}

function piecesOf(
  paragraphs: readonly Paragraph[],
  subheads: readonly SetSubhead[],
): readonly TextPiece[] {
  const above = (index: number): readonly TextPiece[] =>
    subheads
      .filter((subhead) => subhead.above === index)
      .flatMap(({ lines }) => lines.map((line) => pieceOf(line, true)));
  const pieces = paragraphs.flatMap(({ lines }, index) => [
    ...above(index),
    ...lines.map((line, at) => pieceOf(line, at === 0)),
  ]);
  return [...pieces, ...above(paragraphs.length)];
}

function pieceOf(line: Pick<PrintedLine, "n" | "text">, starts: TextPiece["starts"]): TextPiece {
  return { line: line.n, text: line.text, starts };
}
