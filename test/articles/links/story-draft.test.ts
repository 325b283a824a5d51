import { describe, expect, it } from "vitest";
import { extendDraft, startDraft } from "../../../src/articles/links/story-draft.ts";
import { stretchOf, type Stretch } from "../../../src/articles/links/stretch.ts";
import { blockOf } from "../printed-page.ts";

const stretch = (text: string): Stretch =>
  stretchOf(blockOf("prose", text), { at: 0, column: 10, signed: false });

const BROKEN = stretch("昨日市里召开");
const REST = stretch("防汛会。");

describe("a story draft", () => {
  it("opens with a stretch and goes on with others", () => {
    const draft = startDraft(4, REST);
    expect(draft).toEqual({
      first: 4,
      recent: [4],
      last: REST,
      paragraphs: 1,
      divided: false,
      setting: "unknown",
    });
    const longer = extendDraft(draft, 6, { stretch: BROKEN, below: "text" });
    expect(longer).toMatchObject({ first: 4, recent: [4, 6], last: BROKEN, divided: false });
  });

  it("counts the pieces of a broken paragraph as one", () => {
    const draft = startDraft(0, BROKEN);
    expect(draft.paragraphs).toBe(0);
    const whole = extendDraft(draft, 1, { stretch: REST, below: "text" });
    expect(whole.paragraphs).toBe(1);
    expect(extendDraft(whole, 2, { stretch: REST, below: "text" }).paragraphs).toBe(2);
  });

  it("stays divided once it has gone on below a title", () => {
    const divided = extendDraft(startDraft(0, REST), 1, { stretch: REST, below: "title" });
    expect(divided.divided).toBe(true);
    expect(extendDraft(divided, 2, { stretch: REST, below: "text" }).divided).toBe(true);
  });

  it("knows how its paragraphs are set once two of them show it", () => {
    const next = stretch("树木花草鸟兽虫鱼\n都是我们的朋友我们要");
    const tight = stretch("好朋友。\n树木花草鸟兽虫鱼\n都是我们的朋友我们要");
    const draft = startDraft(0, REST);
    expect(extendDraft(draft, 1, { stretch: next, below: "text" }).setting).toBe("loose");
    expect(extendDraft(draft, 1, { stretch: next, below: "title" }).setting).toBe("unknown");
    expect(extendDraft(draft, 1, { stretch: tight, below: "text" }).setting).toBe("tight");
    expect(startDraft(0, tight).setting).toBe("tight");
    const longer = extendDraft(startDraft(0, tight), 1, { stretch: REST, below: "text" });
    expect(longer.setting).toBe("tight");
  });

  it("never changes: what was drafted before is still what it was", () => {
    const draft = startDraft(0, BROKEN);
    const copy = structuredClone(draft);
    extendDraft(draft, 1, { stretch: REST, below: "title" });
    extendDraft(draft, 2, { stretch: REST, below: "text" });
    expect(draft).toEqual(copy);
  });

  it("remembers its lead and its latest stretches, however long it gets", () => {
    let draft = startDraft(0, REST);
    for (let part = 1; part <= 100; part += 1) {
      draft = extendDraft(draft, part, { stretch: REST, below: "text" });
    }
    expect(draft.recent.length).toBeLessThan(20);
    expect(draft.recent[0]).toBe(0);
    expect(draft.recent.slice(-3)).toEqual([98, 99, 100]);
    expect(draft.paragraphs).toBe(101);
  });
});
