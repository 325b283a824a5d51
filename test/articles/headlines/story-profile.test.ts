import { describe, expect, it } from "vitest";
import { profileOf } from "../../../src/articles/headlines/story-profile.ts";
import { blockOf, stretchesIn } from "../printed-page.ts";

describe("profileOf", () => {
  const page = stretchesIn(
    blockOf("title", "开工"),
    blockOf("prose", `江堤开工${"。".repeat(200)}`),
    blockOf("prose", "学校开学。"),
    blockOf("byline", "记者 李明"),
    blockOf("title", "江堤学校"),
  );

  it("knows where a story begins and ends", () => {
    expect(profileOf(page, [0, 1])).toMatchObject({ first: 1, last: 2, end: 3 });
  });

  it("ends with its text where no byline stands behind it", () => {
    expect(profileOf(page, [0])).toMatchObject({ first: 1, last: 1, end: 1 });
  });

  it("says how much of a title the story has, and how much of it its lead", () => {
    // Of the pairs of the second title, 江堤 stands in the first stretch, 学校 in the second, 堤学 nowhere.
    const both = profileOf(page, [0, 1]).shareOf(1);
    const first = profileOf(page, [0]).shareOf(1);
    expect(first.whole).toBe(first.lead);
    expect(both.lead).toBe(first.lead);
    expect(both.whole).toBeCloseTo(2 * first.whole);
    expect(both.whole).toBeGreaterThan(0);
    expect(both.whole).toBeLessThan(1);
    expect(profileOf(page, [0]).shareOf(0)).toEqual({ whole: 1, lead: 1 });
  });

  it("shares nothing with a title that is not on the page", () => {
    expect(profileOf(page, [0, 1]).shareOf(9)).toEqual({ whole: 0, lead: 0 });
  });
});
