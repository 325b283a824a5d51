import fc from "fast-check";
import { anyText } from "./any-text.ts";

/** Lines as pages have them, and others, so that random pages reach the far corners of the program. */
export const anyPrintedLine: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    "",
    "本报讯 昨日，江堤开工，",
    "记者 李明",
    "▲图",
    "江堤开工",
    "开工。 记者 李明",
  ),
  fc.constantFrom(
    "江堤将加高两米沿江居民翘首",
    "江堤加高两米，居民盼",
    "06 要闻",
    "■城事",
    "c",
    "and",
    "the",
  ),
  fc.constantFrom(
    "本報訊 昨日，江堤開工，“沿",
    "江居民”翹首以盼，2024年12月",
    "３１日前完工（計劃",
    "The dyke is open.",
    "他说：",
    "□记者 李明 文/图",
    "责编 王芳",
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  anyText.filter((text) => !/[\n\r\f\u2028\u2029]/.test(text)),
);
