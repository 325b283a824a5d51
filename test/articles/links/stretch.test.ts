import { describe, expect, it } from "vitest";
import { areParted, stretchOf, type Stretch } from "../../../src/articles/links/stretch.ts";
import { blockOf } from "../printed-page.ts";

const PLACE = { at: 3, column: 10, signed: false };
const edges = (text: string): Stretch => stretchOf(blockOf("prose", text), PLACE);

describe("stretchOf", () => {
  it("keeps its place, its text and the pairs of its characters", () => {
    const stretch = edges("江堤\n加固。");
    expect(stretch).toMatchObject({ at: 3, column: 10, text: "江堤加固。" });
    expect([...stretch.pairs]).toEqual(["江堤", "堤加", "加固"]);
  });

  it("sees a story start and a paragraph end", () => {
    expect(edges("本报讯 昨日市里召开\n会议。")).toMatchObject({ start: "lead", end: "rested" });
  });

  it("sees a sentence that goes on elsewhere", () => {
    expect(edges("的树木花草鸟兽虫鱼都\n是我们的朋友我们要好")).toMatchObject({
      start: "middle",
      end: "open",
    });
  });

  it("takes an indented line above a full one for a paragraph", () => {
    expect(edges("树木花草鸟兽虫鱼\n都是我们的朋友我们要").start).toBe("paragraph");
  });

  it("does not judge by a short line alone", () => {
    expect(edges("树木花草鸟兽虫鱼").start).toBe("unclear");
    expect(edges("树木花草").start).toBe("unclear");
  });

  it("sees whether the last sentence fills its line or rests on a short one", () => {
    expect(edges("我们都是它们的好朋友。").end).toBe("full");
    expect(edges("好朋友。").end).toBe("rested");
  });

  it("sees the byline at the end, and hears of one that stands behind", () => {
    expect(edges("好朋友。 记者 李明").end).toBe("signed");
    const signed = stretchOf(blockOf("prose", "好朋友。"), { ...PLACE, signed: true });
    expect(signed.end).toBe("signed");
  });

  it.each(["他这样说：", "他这样说:", "只有一个字——"])(
    "waits for no rest of a sentence behind '%s'",
    (text) => {
      expect(edges(text).end).toBe("announces");
    },
  );

  it("sees a paragraph that follows another with no blank line between them", () => {
    const next = "树木花草鸟兽虫鱼\n都是我们的朋友我们要";
    expect(edges(`我们是好朋友。\n${next}`).tight).toBe(true);
    expect(edges(`我们是好朋友。我们要\n好好对待它们。`).tight).toBe(false);
    expect(edges(next).tight).toBe(false);
  });
});

describe("areParted", () => {
  const next = "树木花草鸟兽虫鱼\n都是我们的朋友我们要";

  it("holds where a paragraph ends and another begins, and not inside one", () => {
    expect(areParted(edges("好朋友。"), edges(next))).toBe(true);
    expect(areParted(edges("我们都是它们的好朋友。"), edges(next))).toBe(true);
    expect(areParted(edges("我们都是它们的好"), edges(next))).toBe(false);
    expect(areParted(edges("好朋友。"), edges("的树木花草鸟兽虫鱼都\n是朋友"))).toBe(false);
  });
});
