import { describe, expect, it } from "vitest";
import { clausesOf, isPulled } from "../../../src/articles/blocks/clauses.ts";
import { printed } from "../printed-page.ts";

const clauses = clausesOf([
  printed("本报讯 市图书馆延长开放，读者\n可以借到深夜。他们说，“真好”！"),
]);

describe("isPulled", () => {
  it("sees a clause through the wrap of its lines", () => {
    expect(isPulled(printed("读者可以借到深夜"), clauses)).toBe(true);
  });

  it("sees a quotation that was itself wrapped", () => {
    expect(isPulled(printed("读者可以\n借到深夜"), clauses)).toBe(true);
  });

  it("sees two clauses, each on a line of its own", () => {
    expect(isPulled(printed("真好\n市图书馆延长开放"), clauses)).toBe(true);
  });

  it("is not misled by a part of a clause, or by nothing", () => {
    expect(isPulled(printed("图书馆延长开放"), clauses)).toBe(false);
    expect(isPulled(printed("——"), clauses)).toBe(false);
  });
});
