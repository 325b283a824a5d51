import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/articles/blocks/block.ts";
import { clausesOf } from "../../../src/articles/blocks/clauses.ts";
import { joinFragments } from "../../../src/articles/blocks/fragments.ts";
import { blockOf, setInColumn } from "../printed-page.ts";

const kinds = (...blocks: readonly Block[]): readonly string[] => {
  const prose = blocks.filter((block) => block.kind === "prose").map((block) => block.lines);
  return joinFragments(blocks, clausesOf(prose)).map((block) => block.kind);
};

const COLUMN = 14;
const MEETING =
  "市里昨天召开了防汛工作会议，会议对今年的防汛抢险工作进行了全面部署，要求各区认真落实各项责任。";
const PATROL =
  "各区组织了由八百多人参加的防汛抢险突击队配合专业力量一天三次查看江堤险段，及时处置险情。";
const [patrolTop = "", patrolNext = "", ...patrolRest] = setInColumn(PATROL, COLUMN).split("\n");

const CLOSED = blockOf("prose", setInColumn(MEETING, COLUMN));
const OPEN = blockOf("prose", setInColumn(MEETING, COLUMN).split("\n").slice(0, 3).join("\n"));
// The middle of a paragraph, as a column break leaves it.
const MIDDLE = blockOf("prose", [patrolNext, ...patrolRest].join("\n"));
const REST = blockOf("prose", patrolRest.join("\n"));
const START = blockOf("prose", setInColumn(PATROL, COLUMN));

describe("joinFragments", () => {
  it("joins a full line to the sentence that stops above it", () => {
    const next = blockOf("title", "认真落实各项防汛责任并且组织");
    expect(kinds(OPEN, next, START)).toEqual(["prose", "prose", "prose"]);
  });

  it("leaves a line of another width in the middle of a sentence apart", () => {
    expect(kinds(OPEN, blockOf("title", "防汛现场"), MIDDLE)).toEqual(["prose", "title", "prose"]);
  });

  it("leaves a full line apart that quotes the text", () => {
    const quoted = blockOf("prose", "要求各级部门落实防汛抢险责任，\n不得拖延。");
    const quote = blockOf("title", "要求各级部门落实防汛抢险责任");
    expect(kinds(OPEN, quote, quoted)).toEqual(["prose", "title", "prose"]);
  });

  it("joins the first line of a paragraph to the rest behind a column break", () => {
    expect(kinds(CLOSED, blockOf("title", patrolTop), MIDDLE)).toEqual(["prose", "prose", "prose"]);
  });

  it("leaves a subhead above the middle of a paragraph apart when its width is another", () => {
    expect(kinds(CLOSED, blockOf("title", "严防死守"), MIDDLE)).toEqual([
      "prose",
      "title",
      "prose",
    ]);
  });

  it("looks past a caption for the rest", () => {
    const caption = blockOf("caption", "▲巡查江堤");
    expect(kinds(CLOSED, blockOf("title", patrolTop), caption, MIDDLE)).toEqual([
      "prose",
      "prose",
      "caption",
      "prose",
    ]);
  });

  it("leaves a subhead above a paragraph apart, whatever its width", () => {
    const subhead = blockOf("title", "加快建设海绵城市新管网格");
    expect(kinds(CLOSED, subhead, START)).toEqual(["prose", "title", "prose"]);
  });

  it("joins a chain of fragments from its far end", () => {
    const chain = [blockOf("title", patrolTop), blockOf("title", patrolNext)];
    expect(kinds(CLOSED, ...chain, REST)).toEqual(["prose", "prose", "prose", "prose"]);
  });

  it("joins the first line of a paragraph that goes on in mid-word in a column of another width", () => {
    const wide = blockOf("prose", "理，各区组织的防汛突击队配合专业力量\n三次查看江堤险段。");
    // Twelve characters: an indented line of the column above, and none of the one below.
    const broken = blockOf("title", "各区河湖里的污水得到了清");
    expect(kinds(CLOSED, broken, wide)).toEqual(["prose", "prose", "prose"]);
    const whole = blockOf("title", "各区河湖治理正在加快推进");
    expect(kinds(CLOSED, whole, wide)).toEqual(["prose", "title", "prose"]);
    expect(kinds(broken, wide)).toEqual(["title", "prose"]);
  });

  it("takes the first line of a text off the title that it was set right below", () => {
    const run = blockOf("title", "防汛抢险队\n防汛办主任说，抢险突击队");
    const blocks = joinFragments([CLOSED, run, MIDDLE], clausesOf([CLOSED.lines, MIDDLE.lines]));
    expect(blocks.map(({ kind, lines }) => [kind, lines.map(({ text }) => text)].flat())).toEqual([
      ["prose", ...CLOSED.lines.map(({ text }) => text)],
      ["title", "防汛抢险队"],
      ["prose", "防汛办主任说，抢险突击队"],
      ["prose", ...MIDDLE.lines.map(({ text }) => text)],
    ]);
  });

  it("leaves a title whole whose last line has a comma but no text to run into", () => {
    const title = blockOf("title", "防汛抢险队\n日夜巡江堤，守护一城人");
    expect(kinds(CLOSED, title, START)).toEqual(["prose", "title", "prose"]);
    expect(kinds(CLOSED, title)).toEqual(["prose", "title"]);
  });

  it("breaks no word between an English headline and the text below", () => {
    const text = blockOf(
      "prose",
      "The old bridge on Friday\nreopened after two years of repair\nwith lamps and benches on it.",
    );
    expect(kinds(CLOSED, blockOf("title", "Old Bridge Reopens to Walkers"), text)).toEqual([
      "prose",
      "title",
      "prose",
    ]);
  });
});
