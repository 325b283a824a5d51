import { expect, test } from "vitest";
import { placeOfPrint } from "../../../../src/surfaces/telegram/writing/place-of-print.ts";

const SOURCE = { file: "corpus/004_page.txt", lines: [185, 191] as const };

test.each([
  ["zh", {}, "004_page.txt，第185–191行"],
  ["en", {}, "004_page.txt, lines 185–191"],
  ["en", { lines: [7, 7] as const }, "004_page.txt, line 7"],
  ["zh", { date: "2022-09-30", page: "A02" }, "2022年9月30日，第A02版"],
  ["en", { date: "2022-09-30", page: "A02" }, "September 30, 2022, p. A02"],
  ["en", { page: "3" }, "p. 3"],
  ["en", { date: "2022-09-30" }, "September 30, 2022, 004_page.txt, lines 185–191"],
  ["en", { date: "autumn 2022", page: "3" }, "autumn 2022, p. 3"],
  ["ja", { date: "2022-09-30", page: "3" }, "2022年9月30日, p. 3"],
])("in %s, %j is %s", (language, changes, place) => {
  expect(placeOfPrint({ ...SOURCE, ...changes }, language)).toBe(place);
});
