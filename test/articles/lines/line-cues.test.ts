import { describe, expect, it } from "vitest";
import {
  endsSentence,
  hasComma,
  isCaption,
  isTurn,
  leadLength,
  readsLikeProse,
  startsStory,
} from "../../../src/articles/lines/line-cues.ts";

describe("line cues", () => {
  it.each([
    "本报讯 7月1日",
    "本报讯（记者 李明）",
    "本报综合讯 昨日",
    "新华社北京7月1日电 今年",
    "江城晚报讯 昨日",
  ])("'%s' starts a story", (line) => {
    expect(startsStory(line)).toBe(true);
  });

  it.each(["7月1日，本报讯", "本报记者 李明", "新华社区建成"])("'%s' does not", (line) => {
    expect(startsStory(line)).toBe(false);
  });

  it("counts the characters of the opening words and none where there are none", () => {
    expect(leadLength("本报讯 昨日")).toBe(3);
    expect(leadLength("昨日")).toBe(0);
  });

  it.each(["▲工人在检修设备", "图为活动现场", "图：活动现场", "工人在检修。 记者 李明 摄"])(
    "'%s' is a caption",
    (line) => {
      expect(isCaption(line)).toBe(true);
    },
  );

  it("takes no other line for a caption", () => {
    expect(isCaption("图书馆夜间开放")).toBe(false);
  });

  it("sees the end of a sentence through closing quotes and brackets", () => {
    expect(endsSentence("“真好！”）")).toBe(true);
    expect(endsSentence("真好，")).toBe(false);
  });

  it("sees the end of an English sentence, which no initial and no number is", () => {
    expect(endsSentence("the dyke is open.")).toBe(true);
    expect(endsSentence("“The dyke is open.”")).toBe(true);
    expect(["by J.", "增长3.", "No. 1", "the dyke"].map(endsSentence)).toEqual(
      Array(4).fill(false),
    );
    expect(readsLikeProse("the dyke is open.")).toBe(true);
    expect(["by J.", "增长3.5", "Dyke Open"].map(readsLikeProse)).toEqual(Array(3).fill(false));
  });

  it("tells running text by marks that no headline has", () => {
    expect(readsLikeProse("就这样。后来")).toBe(true);
    expect(readsLikeProse("一年来，")).toBe(true);
    expect(readsLikeProse("一年来，变化真大")).toBe(false);
    expect(hasComma("一年来，变化真大")).toBe(true);
    expect(hasComma("变化真大")).toBe(false);
  });

  it("knows a turn of an interview from a byline and a headline", () => {
    expect(["记者：每天几点出船？", "問：還走嗎？"].map(isTurn)).toEqual([true, true]);
    expect(["记者：李明", "问路", "记者走基层：一夜无眠"].map(isTurn)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
