import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "../../../src/articles/headlines/assignment.ts";

type Scores = readonly (readonly number[])[];

const totalOf = (scores: Scores, chosen: readonly number[]): number =>
  chosen.reduce((sum, column, row) => sum + (column < 0 ? 0 : (scores[row]?.[column] ?? 0)), 0);

/** The best total by trying everything. */
function best(scores: Scores, row = 0, taken: readonly number[] = []): number {
  const own = scores[row];
  if (own === undefined) return 0;
  return Math.max(
    best(scores, row + 1, taken),
    ...own.map((score, column) =>
      taken.includes(column) ? 0 : score + best(scores, row + 1, [...taken, column]),
    ),
  );
}

describe("assign", () => {
  it("gives up the best pair where two others together are better", () => {
    expect(
      assign([
        [0.9, 0.8],
        [0.85, 0.1],
      ]),
    ).toEqual([1, 0]);
  });

  it("leaves a row without a column that would score nothing", () => {
    expect(
      assign([
        [0, -1],
        [0.5, 0],
      ]),
    ).toEqual([-1, 0]);
  });

  it("has an answer for no rows and for rows without columns", () => {
    expect(assign([])).toEqual([]);
    expect(assign([[], []])).toEqual([-1, -1]);
  });

  it("is as good as trying every assignment, and gives no column twice", () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(
          fc.array(fc.integer({ min: -4, max: 9 }), { minLength: columns, maxLength: columns }),
          {
            minLength: rows,
            maxLength: rows,
          },
        ),
      );
    fc.assert(
      fc.property(matrix, (scores) => {
        const chosen = assign(scores);
        const used = chosen.filter((column) => column >= 0);
        expect(new Set(used).size).toBe(used.length);
        expect(totalOf(scores, chosen)).toBe(best(scores));
      }),
    );
  });
});
