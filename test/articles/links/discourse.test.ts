import { describe, expect, it } from "vitest";
import { openingOf } from "../../../src/articles/links/discourse.ts";

describe("openingOf", () => {
  it.each(["近日，", "昨天下午，", "12月3日，", "2024年5月1日，", "截至目前，", "随着天气转暖，"])(
    "'%s' opens a story",
    (text) => {
      expect(openingOf(text)).toBe("news");
    },
  );

  it.each(["此外，", "据介绍，", "他说，", "会议强调，", "其中，", "“修了三年", "目前，"])(
    "'%s' goes on with one",
    (text) => {
      expect(openingOf(text)).toBe("onward");
    },
  );

  it("says nothing of other words, or where such words stand further inside", () => {
    expect(["江堤加固", "江堤此外", "市里近日", ""].map(openingOf)).toEqual(Array(4).fill("plain"));
  });

  it("knows the words in traditional characters too", () => {
    expect(openingOf("與此同時，")).toBe("onward");
    expect(openingOf("連日來，")).toBe("news");
  });

  it("looks at the first words only, however long the text is", () => {
    expect(openingOf(`近日，${"江堤".repeat(10_000)}`)).toBe("news");
  });
});
