import { describe, expect, it } from "vitest";
import { columnNear } from "../../../src/articles/blocks/column-near.ts";
import { blockOf } from "../printed-page.ts";

const wide = (width: number, end = ""): string => "字".repeat(width - end.length) + end;

describe("columnNear", () => {
  it("borrows the column of longer text beside a single line", () => {
    const blocks = [
      blockOf("prose", wide(9, "。")),
      blockOf("prose", Array(4).fill(wide(17)).join("\n")),
    ];
    expect(columnNear(blocks, 0)).toBe(17);
  });

  it("borrows none that is narrower than the line itself", () => {
    const blocks = [
      blockOf("prose", wide(20)),
      blockOf("prose", Array(4).fill(wide(12)).join("\n")),
    ];
    expect(columnNear(blocks, 0)).toBe(20);
  });
});
