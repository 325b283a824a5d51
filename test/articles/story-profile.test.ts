import { describe, expect, it } from "vitest";
import { clausesOf } from "../../src/articles/clauses.ts";
import { profilesOf } from "../../src/articles/story-profile.ts";
import { blockOf } from "./printed-page.ts";

describe("profilesOf", () => {
  it("knows where a story begins and ends, and which of its words come first", () => {
    const blocks = [
      blockOf("title", "开工"),
      blockOf("prose", `江堤开工${"。".repeat(200)}`),
      blockOf("prose", "学校开学。"),
      blockOf("byline", "记者 李明"),
    ];
    const page = { blocks, clauses: clausesOf([]) };
    const [profile] = profilesOf(page, [{ prose: [1, 2], bylines: [3] }]).stories;
    expect(profile).toMatchObject({ first: 1, last: 2, end: 3 });
    expect([profile?.lead.has("江堤"), profile?.lead.has("学校")]).toEqual([true, false]);
    expect([profile?.whole.has("江堤"), profile?.whole.has("学校")]).toEqual([true, true]);
  });
});
