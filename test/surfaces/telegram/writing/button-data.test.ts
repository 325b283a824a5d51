import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buttonData,
  buttonFrom,
  type Button,
} from "../../../../src/surfaces/telegram/writing/button-data.ts";

const number = fc.integer({ min: 1, max: 999_999 });
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({
    kind: fc.constant("article" as const),
    articleId: fc.stringMatching(/^[\w.~-]{1,32}$/),
    page: number,
  }),
  fc.record({
    kind: fc.constantFrom("more" as const, "others" as const, "unhelpful" as const),
    answerId: number,
  }),
  fc.record({
    kind: fc.constant("language" as const),
    language: fc.constantFrom("", "zh", "zh-Hant", "en"),
  }),
);

describe("a button", () => {
  test("comes back as it was, and fits the 64 bytes that Telegram carries", () => {
    fc.assert(
      fc.property(button, (one) => {
        const data = buttonData(one);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(buttonFrom(data)).toEqual(one);
      }),
    );
  });

  test("is never made of foreign data that would not come to the same again", () => {
    const foreign = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^(a|l|more|others|unhelpful|x)(:[\w.:~ -]{0,40}){0,3}$/),
    );
    fc.assert(
      fc.property(foreign, (data) => {
        const read = buttonFrom(data);
        if (read === undefined) return;
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(buttonFrom(buttonData(read))).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(["", "a:", "a:x", "a:../x:1", "a:x:one", "more:", "more:1:2", "less:1", "l:<b>"])(
    "%j is none of ours",
    (data) => {
      expect(buttonFrom(data)).toBeUndefined();
    },
  );
});
