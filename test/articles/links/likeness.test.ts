import { pairsOf } from "../../../src/articles/lines/pairs.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLikeness } from "../../../src/articles/links/likeness.ts";

describe("createLikeness", () => {
  const texts = ["水库开闸放水", "水库今天开工", "学校今天开学"].map(pairsOf);
  const likeness = createLikeness(texts);

  it("is 1 for a part and 0 for a stranger", () => {
    expect(likeness(pairsOf("开闸"), texts[0] ?? new Set())).toBe(1);
    expect(likeness(pairsOf("开学"), texts[0] ?? new Set())).toBe(0);
  });

  it("counts a pair that one text has for more than one that many have", () => {
    const part = pairsOf("水库放水");
    const known = likeness(part, texts[0] ?? new Set());
    expect(known).toBeGreaterThan(likeness(part, texts[1] ?? new Set()));
    expect(likeness(part, texts[1] ?? new Set())).toBeLessThan(1 / 3);
  });

  it("stays between 0 and 1 for any two texts", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (part, whole) => {
        const share = createLikeness([pairsOf(whole)])(pairsOf(part), pairsOf(whole));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});
