import { describe, expect, it } from "vitest";
import { runsOf } from "../../../src/articles/runs/runs.ts";
import { linesOf } from "../printed-page.ts";

describe("runsOf", () => {
  it("cuts at blank lines and sets aside what belongs to no story", () => {
    const { runs, furniture } = runsOf(linesOf("■城事\n\n春天来了\n花开了\n \nc\n\n06\n正文"), {});
    expect(runs.map((run) => run.map((line) => line.text))).toEqual([["春天来了", "花开了"]]);
    expect(new Map(furniture)).toEqual(
      new Map([
        [1, "section"],
        [2, "blank"],
        [5, "blank"],
        [6, "noise"],
        [7, "blank"],
        [8, "masthead"],
        [9, "masthead"],
      ]),
    );
  });

  it("keeps a run that a masthead line interrupts", () => {
    const { runs } = runsOf(
      linesOf(
        "很长很长很长的第一行文字\n责编 李明\n很长很长很长的第二行文字\n很长很长很长的第三行文字",
      ),
      {},
    );
    expect(runs.map((run) => run.map((line) => line.n))).toEqual([[1, 3, 4]]);
  });

  it("has no runs on an empty page", () => {
    expect(runsOf(linesOf(""), {}).runs).toEqual([]);
  });
});
