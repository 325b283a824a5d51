import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { imprintFromName, readImprints } from "../../src/corpus/imprints.ts";
import { UserError } from "../../src/errors.ts";
import { folderWith, temporaryFolder } from "../helpers/temporary-folder.ts";

describe("imprintFromName", () => {
  test.each([
    ["2022-09-30_A02.txt", { date: "2022-09-30", page: "A02" }],
    ["20220930-2.txt", { date: "2022-09-30", page: "2" }],
    ["2022.09.30.txt", { date: "2022-09-30" }],
    ["二七时讯 2022_09_30.txt", { date: "2022-09-30" }],
    ["1998-01-02_004.txt", { date: "1998-01-02", page: "004" }],
    ["2021-01-01/20220930.txt", { date: "2022-09-30" }],
    ["2022-09-30-extra.txt", { date: "2022-09-30" }],
  ])("%s gives %j", (file, imprint) => {
    expect(imprintFromName(file)).toEqual(imprint);
  });

  test.each([
    "004_7925b2999bddf298.txt",
    "2022-13-01.txt",
    "2022-02-30_A02.txt",
    "120220930.txt",
    "202209301.txt",
    "x20220930.txt",
    "18990101.txt",
    "2022-09-30/page.txt",
    "page.txt",
  ])("%s gives nothing", (file) => {
    expect(imprintFromName(file)).toEqual({});
  });

  test("every date of two centuries is read in every way to write it", () => {
    const date = fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2099-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, fc.constantFrom("-", "_", ".", ""), (at, between) => {
        const iso = at.toISOString().slice(0, 10);
        expect(imprintFromName(`${iso.replaceAll("-", between)}.txt`)).toEqual({ date: iso });
      }),
    );
  });
});

describe("readImprints", () => {
  test("without sources.json a file has what its name says", async () => {
    const imprintOf = await readImprints(temporaryFolder());
    expect(imprintOf("a/2022-09-30_A02.txt")).toEqual({ date: "2022-09-30", page: "A02" });
    expect(imprintOf("page.txt")).toEqual({});
  });

  test("sources.json wins over the name, key by key", async () => {
    const imprintOf = await readImprints(
      withSources(
        '{"a/20220930_A02.txt": {"date": "2022-10-01", "edition": "二七时讯", "url": "https://paper.example/4"}, "b.txt": {"page": 3}}',
      ),
    );
    expect(imprintOf("a/20220930_A02.txt")).toEqual({
      date: "2022-10-01",
      page: "A02",
      edition: "二七时讯",
      url: "https://paper.example/4",
    });
    expect(imprintOf("b.txt")).toEqual({ page: "3" });
    expect(imprintOf("c.txt")).toEqual({});
  });

  test("the byte order mark that Windows writes does no harm", async () => {
    const imprintOf = await readImprints(withSources('\ufeff{"b.txt": {"page": "3"}}'));
    expect(imprintOf("b.txt")).toEqual({ page: "3" });
  });

  test.each([
    ['{"a.txt": {"date": "1.10.2022"}}', "'a.txt.date' is wrong: a date such as 2022-09-30."],
    ['{"a.txt": {"url": "file:///x"}}', "'a.txt.url' is wrong: an http or https URL."],
    ['{"a.txt": {"dat": "2022-10-01"}}', `'a.txt' is wrong: Unrecognized key: "dat".`],
  ])("refuses %s and names the key", async (json, complaint) => {
    const dir = withSources(json);
    await expect(readImprints(dir)).rejects.toThrow(
      new UserError(
        `Expected {"FILE": {"date"?, "edition"?, "page"?, "url"?}} in '${dir}/sources.json', but ${complaint}`,
      ),
    );
  });

  test("refuses what is not JSON", async () => {
    const dir = withSources("{");
    await expect(readImprints(dir)).rejects.toThrow(
      new UserError(
        `Expected JSON in '${dir}/sources.json', but it cannot be parsed. Mend or remove it.`,
      ),
    );
  });

  test("refuses a folder of that name", async () => {
    const dir = folderWith({ "sources.json/x": "" });
    await expect(readImprints(dir)).rejects.toThrow(
      new UserError(`Cannot read '${dir}/sources.json' (EISDIR).`),
    );
  });
});

function withSources(json: string): string {
  return folderWith({ "sources.json": json });
}
