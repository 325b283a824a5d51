import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../../src/articles/texts/paragraphs.ts";
import { setSubheads } from "../../../src/articles/texts/subheads.ts";
import { printed } from "../printed-page.ts";

const paragraph = (at: number, text: string): Paragraph => ({
  at,
  lines: [{ n: at, text, byline: undefined }],
});

const PARAGRAPHS = [
  paragraph(0, "本报讯 近日，我市推进老街改造，街坊拍手叫好。"),
  paragraph(2, "为此，我市建立老街会商机制，邀请居民参加。"),
  paragraph(4, "道路拓宽了三米，管线全部入地，路灯也亮了。"),
  paragraph(6, "老人们说，屋顶不漏了，心里更踏实。"),
];

const above = (at: number, text: string, bylines: readonly number[] = []): number | undefined =>
  setSubheads([{ at, lines: printed(text) }], PARAGRAPHS, bylines)[0]?.above;

describe("setSubheads", () => {
  it("leaves a subhead above the paragraph that it was printed above", () => {
    expect(above(3, "修好一条路")).toBe(2);
  });

  it("carries one that quotes a paragraph to that paragraph", () => {
    expect(above(9, "管线全部入地")).toBe(2);
  });

  it("carries one back to the head of the section that it was printed behind", () => {
    expect(above(3, "建立居民会商机制", [1])).toBe(1);
  });

  it("leaves one last that nothing says more about", () => {
    expect(above(9, "明天会更好")).toBe(4);
  });
});
