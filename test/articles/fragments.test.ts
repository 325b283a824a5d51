import { describe, expect, it } from "vitest";
import type { Block } from "../../src/articles/block.ts";
import { clausesOf } from "../../src/articles/clauses.ts";
import { joinFragments } from "../../src/articles/fragments.ts";
import { blockOf, setInColumn } from "./printed-page.ts";

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
});
