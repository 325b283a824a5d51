import { describe, expect, it } from "vitest";
import { clausesOf } from "../../src/articles/clauses.ts";
import { createLikeness, pairsOf } from "../../src/articles/likeness.ts";
import { homeOf, type Seam } from "../../src/articles/seam.ts";
import { startDraft, type StoryDraft } from "../../src/articles/story-draft.ts";
import { stretchOf } from "../../src/articles/stretch.ts";
import { blockOf, setInColumn } from "./printed-page.ts";

const COLUMN = 14;
const DYKE = "江堤加固工程昨日开工，江堤将加高两米，沿江居民翘首以盼。";
const DYKE_MORE = "江堤加固工程全长三十公里，沿江居民出行更方便，明年完工。";
const SCHOOL = "城南小学迎来新生，校园里新添了塑胶操场，孩子们高兴。";
const all = [DYKE, DYKE_MORE, SCHOOL].map(pairsOf);

function seam(text: string, titles: readonly string[] = []): Seam {
  const block = blockOf("prose", text);
  return {
    at: 9,
    stretch: stretchOf(block, COLUMN),
    pairs: pairsOf(text),
    titles: titles.map((title) => blockOf("title", title)),
    ahead: text.replaceAll("\n", ""),
    page: { clauses: clausesOf([block.lines]), likeness: createLikeness(all), kinship: 0.1 },
  };
}

const draft = (text: string): StoryDraft => startDraft(seam(text));
const set = (text: string): string => setInColumn(text, COLUMN);

describe("homeOf", () => {
  it("keeps related text under a title of its own in the story", () => {
    const current = draft(set(DYKE));
    expect(homeOf(seam(set(DYKE_MORE), ["家门口的变化"]), [current], current)).toBe(current);
  });

  it("gives strange text under a title of its own a story", () => {
    const current = draft(set(DYKE));
    expect(homeOf(seam(set(SCHOOL), ["开学了"]), [current], current)).toBeUndefined();
  });

  it("keeps strange text without any title above it in the story", () => {
    const current = draft(set(DYKE));
    expect(homeOf(seam(set(SCHOOL)), [current], current)).toBe(current);
  });

  it("starts a story under a quotation that is not fulfilled", () => {
    const current = draft(set(DYKE));
    const unfulfilled = { ...seam(set(SCHOOL), ["孩子们高兴"]), ahead: "" };
    expect(homeOf(unfulfilled, [current], current)).toBeUndefined();
    expect(homeOf(seam(set(SCHOOL), ["孩子们高兴"]), [current], current)).toBe(current);
  });

  it("starts a story where a paragraph comes upon a broken sentence of another", () => {
    const current = draft(set(DYKE).split("\n").slice(0, 2).join("\n"));
    expect(homeOf(seam(set(SCHOOL)), [current], current)).toBeUndefined();
    expect(homeOf(seam(set(DYKE_MORE)), [current], current)).toBe(current);
  });

  it("takes the middle of a paragraph back to the sentence that waits for it", () => {
    const waiting = draft(set(DYKE).split("\n").slice(0, 2).join("\n"));
    const current = draft(set(SCHOOL));
    const rest = "的沿江居民出行也将更加方便，\n明年完工。";
    expect(homeOf(seam(rest), [waiting, current], current)).toBe(waiting);
  });

  it("goes on below a short title while the story is unsigned, the easier the more often", () => {
    const current = draft(set(DYKE));
    const related = {
      ...seam(set(SCHOOL), ["钱从哪来"]),
      page: { ...seam("").page, kinship: 0.9 },
      pairs: pairsOf(DYKE.slice(0, 8) + SCHOOL),
    };
    expect(homeOf(related, [current], current)).toBe(current);
    expect(homeOf(related, [current], { ...current, signed: true })).toBeUndefined();
    const long = { ...related, titles: [blockOf("title", "城南小学昨天迎来一批新生")] };
    expect(homeOf(long, [current], current)).toBeUndefined();
    const divided = { ...current, divided: true };
    expect(homeOf(seam(set(SCHOOL), ["谁来管"]), [divided], divided)).toBe(divided);
  });
});
