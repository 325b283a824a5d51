import { pairsOf } from "../../../src/articles/lines/pairs.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKinship } from "../../../src/articles/links/kinship.ts";
import { anyText } from "../../helpers/any-text.ts";

const DYKE = 0;
const DYKE_MORE = 1;
const SCHOOL = 2;
const EMPTY = 3;
const TEXTS = ["江堤加固", "江堤完工", "学校开学", ""].map(pairsOf);

describe("createKinship", () => {
  const kinship = createKinship(TEXTS);

  it("is 1 with itself and 0 with a text that has none of its words", () => {
    expect(kinship([DYKE], [DYKE])).toBeCloseTo(1);
    expect(kinship([DYKE], [SCHOOL])).toBe(0);
  });

  it("is the cosine of what both have, rare pairs weighing most", () => {
    // 江堤 stands in two of the four texts; 堤加, 加固, 堤完 and 完工 in one each.
    const common = Math.log(1 + 4 / 2) ** 2;
    const rare = Math.log(1 + 4 / 1) ** 2;
    expect(kinship([DYKE], [DYKE_MORE])).toBeCloseTo(common / (common + 2 * rare));
  });

  it("is the same both ways", () => {
    expect(kinship([DYKE_MORE], [DYKE, SCHOOL])).toBeCloseTo(kinship([DYKE, SCHOOL], [DYKE_MORE]));
  });

  it("compares several stretches with several as one text with one", () => {
    expect(kinship([DYKE, SCHOOL], [DYKE, SCHOOL])).toBeCloseTo(1);
    expect(kinship([DYKE], [DYKE_MORE, SCHOOL])).toBeLessThan(kinship([DYKE], [DYKE_MORE]));
    expect(kinship([DYKE], [DYKE_MORE, SCHOOL])).toBeGreaterThan(0);
  });

  it("is 0 with nothing, and with a place that is not on the page", () => {
    expect([kinship([DYKE], []), kinship([], []), kinship([DYKE], [EMPTY])]).toEqual([0, 0, 0]);
    expect(kinship([EMPTY], [EMPTY])).toBe(0);
    expect(kinship([DYKE], [99])).toBe(0);
  });

  it("says the same when it is asked again", () => {
    expect(kinship([DYKE], [DYKE_MORE])).toBe(kinship([DYKE], [DYKE_MORE]));
  });

  it("stays between 0 and 1 for any texts", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 5 }), (texts) => {
        const found = createKinship(texts.map(pairsOf))([0], [...texts.keys()].slice(1));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
