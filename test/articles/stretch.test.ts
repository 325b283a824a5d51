import { describe, expect, it } from "vitest";
import { stretchOf } from "../../src/articles/stretch.ts";
import { blockOf } from "./printed-page.ts";

const edges = (text: string): ReturnType<typeof stretchOf> => stretchOf(blockOf("prose", text), 10);

describe("stretchOf", () => {
  it("sees a story start and a paragraph end", () => {
    expect(edges("本报讯 昨日市里召开\n会议。")).toMatchObject({
      leads: true,
      open: false,
      rested: true,
    });
  });

  it("sees a sentence that goes on elsewhere", () => {
    expect(edges("的树木花草鸟兽虫鱼都\n是我们的朋友我们要好")).toMatchObject({
      start: "middle",
      open: true,
      rested: false,
    });
  });

  it("takes an indented line above a full one for a paragraph", () => {
    expect(edges("树木花草鸟兽虫鱼\n都是我们的朋友我们要").start).toBe("paragraph");
  });

  it("does not judge by a short line alone", () => {
    expect(edges("树木花草鸟兽虫鱼").start).toBe("unclear");
    expect(edges("树木花草").start).toBe("unclear");
  });

  it("sees the byline at the end", () => {
    expect(edges("好朋友。 记者 李明")).toMatchObject({ signed: true, open: false });
  });

  it("waits for nothing behind a colon", () => {
    expect(edges("他这样说：").open).toBe(false);
  });
});
