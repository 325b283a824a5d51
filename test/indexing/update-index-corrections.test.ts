import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { CUTTING_RULES } from "../../src/articles/cut-page.ts";
import { digestOf } from "../../src/corpus/page.ts";
import { readPage } from "../../src/corpus/read-page.ts";
import { articles, indexed, type Newsroom } from "./newsroom.ts";

const PAGE = "猫展开幕\n\n本报讯 猫在东街。\n\n本报讯 狗在西街。\n";
const SWAPPED = "articles:\n  - order: [1 headline, 5 body]\n  - order: [3 body]\n";
const DIGEST = digestOf(readPage(PAGE, "a.txt", {}).lines);
const DAMAGED = "articles:\n  - order: [1 headline, 5 body]\n";

// However the program cuts this page, it is not like this.
const BY_EDITOR = [
  ["猫展开幕", "本报讯 狗在西街。"],
  ["", "本报讯 猫在东街。"],
];

const cutOf = (newsroom: Newsroom) =>
  newsroom
    .open()
    .articles()
    .map(({ headline, text }) => [headline, text]);

describe("an editor's correction", () => {
  test("is cut by when it appears, changes and disappears", async () => {
    const newsroom = await indexed({ "a.txt": PAGE });
    const byProgram = cutOf(newsroom);
    newsroom.write("a.articles.yaml", SWAPPED);
    expect(await newsroom.update()).toMatchObject({ changed: ["a.txt"], ignored: [] });
    expect(cutOf(newsroom)).toEqual(BY_EDITOR);
    newsroom.write("a.articles.yaml", "articles:\n  - order: [1 headline, 5 body, 3 body]\n");
    expect(await newsroom.update()).toMatchObject({ changed: ["a.txt"] });
    expect(cutOf(newsroom)).toEqual([["猫展开幕", "本报讯 狗在西街。\n本报讯 猫在东街。"]]);
    newsroom.remove("a.articles.yaml");
    expect(await newsroom.update()).toMatchObject({ changed: ["a.txt"] });
    expect(cutOf(newsroom)).toEqual(byProgram);
    expect(await newsroom.update()).toMatchObject({ changed: [], embedded: 0 });
  });

  test("gives the lines of the page their roles and articles", async () => {
    const newsroom = await indexed({ "a.txt": PAGE, "a.articles.yaml": SWAPPED });
    const index = newsroom.open();
    const [first, , third, , fifth] = index.lines("a.txt");
    expect([first?.role, third?.role, fifth?.role]).toEqual(["headline", "body", "body"]);
    expect(first?.article).toBe(fifth?.article);
    expect(third?.article).not.toBe(fifth?.article);
  });

  test("that is damaged is named; the page stays as it was and the others go on", async () => {
    const newsroom = await indexed({ "a.txt": PAGE });
    const before = cutOf(newsroom);
    newsroom.write("a.articles.yaml", DAMAGED);
    newsroom.write("b.jsonl", articles(["x", "鱼。"]));
    const report = await newsroom.update();
    expect(report).toMatchObject({ changed: ["b.jsonl"], misfits: [] });
    expect(report.problems).toEqual([
      "'a.articles.yaml', line 2: expected every line of the page once, got page line 3 ('本报讯 猫在东街。') in no article and not elsewhere. Mend it, or delete the file to go back to the program's cut.",
    ]);
    expect(cutOf(newsroom)).toEqual([...before, ["", "鱼。"]]);
  });

  test("that no longer fits its page is reported in every run, and the program's cut is used", async () => {
    const correction = `lines: 5\nsha256: ${DIGEST}\n${SWAPPED}`;
    const newsroom = await indexed({ "a.txt": PAGE, "a.articles.yaml": correction });
    expect(cutOf(newsroom)).toEqual(BY_EDITOR);
    newsroom.write("a.txt", `${PAGE}\n鱼。\n`);
    for (const changed of [["a.txt"], []]) {
      const report = await newsroom.update();
      expect(report).toMatchObject({ changed, problems: [] });
      expect(report.misfits).toEqual([
        expect.stringContaining("'a.articles.yaml' no longer fits (line 1: expected a page of 5"),
      ]);
    }
    expect(cutOf(newsroom)).toEqual(cutOf(await indexed({ "a.txt": `${PAGE}\n鱼。\n` })));
  });
});

describe("a program that cuts by new rules", () => {
  test("cuts the pages of an index again, embeds nothing that is as before, and leaves whole articles alone", async () => {
    const newsroom = await indexed({ "a.txt": PAGE, "b.jsonl": articles(["x", "鱼。"]) });
    const database = new SqliteDatabase(join(newsroom.indexDir, "baowen.db"));
    const { changes } = database
      .prepare("UPDATE files SET hash = replace(hash, ?, 'cut by rules 0') WHERE file = 'a.txt'")
      .run(`cut by rules ${CUTTING_RULES}`);
    database.close();
    expect(changes).toBe(1);
    expect(await newsroom.update()).toMatchObject({ changed: ["a.txt"], embedded: 0 });
    expect(await newsroom.update()).toMatchObject({ changed: [] });
  });
});
