import { describe, expect, it } from "vitest";
import { pairsOf } from "../../src/articles/likeness.ts";
import {
  extendDraft,
  isOpen,
  isOver,
  signDraft,
  startDraft,
  type Arrival,
} from "../../src/articles/story-draft.ts";
import { stretchOf } from "../../src/articles/stretch.ts";
import { blockOf } from "./printed-page.ts";

const arrival = (at: number, text: string): Arrival => ({
  at,
  stretch: stretchOf(blockOf("prose", text), 10),
  pairs: pairsOf(text),
});

describe("a story draft", () => {
  it("is open until its sentence is finished", () => {
    const draft = startDraft(arrival(0, "昨日市里召开"));
    expect(isOpen(draft)).toBe(true);
    extendDraft(draft, arrival(2, "防汛会。"));
    expect(isOpen(draft)).toBe(false);
    expect(draft.prose).toEqual([0, 2]);
    expect(draft.pairs.has("防汛")).toBe(true);
  });

  it("is not over with a byline under its first paragraph, but under its second", () => {
    const draft = startDraft(arrival(0, "昨日市里召开防汛会。"));
    signDraft(draft, 1);
    expect(isOver(draft)).toBe(false);
    extendDraft(draft, arrival(2, "会议要求严防死守。"));
    expect(isOver(draft)).toBe(false);
    signDraft(draft, 3);
    expect(isOver(draft)).toBe(true);
    expect(draft.bylines).toEqual([1, 3]);
  });
});
