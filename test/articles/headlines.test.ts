import { describe, expect, it } from "vitest";
import type { Blocks } from "../../src/articles/blocks.ts";
import { clausesOf } from "../../src/articles/clauses.ts";
import { headlinesOf } from "../../src/articles/headlines.ts";
import { profilesOf } from "../../src/articles/story-profile.ts";
import { titlesOf } from "../../src/articles/titles.ts";
import { blockOf } from "./printed-page.ts";

describe("headlinesOf", () => {
  it("finds the headlines of more stories than one round takes", () => {
    const subjects = Array.from({ length: 150 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7));
    const blocks = subjects.flatMap((subject) => [
      blockOf("title", `${subject}村${subject}果${subject}丰收`),
      blockOf("prose", `本报讯 ${subject}村${subject}果昨日喜获${subject}丰收。`),
    ]);
    const page: Blocks = { blocks, clauses: clausesOf([]) };
    const stories = subjects.map((_, at) => ({ prose: [2 * at + 1], bylines: [] }));
    const headlines = headlinesOf(titlesOf(page), profilesOf(page, stories));
    expect(headlines.map((title) => title?.at)).toEqual(subjects.map((_, at) => 2 * at));
  });

  it("leaves a story without a headline rather than give it a stranger's from afar", () => {
    const blocks = [
      blockOf("prose", "本报讯 江堤加固工程昨日开工。"),
      blockOf("byline", "记者 李明"),
      blockOf("title", "城南小学开学"),
      blockOf("prose", "本报讯 城南小学昨日开学。"),
    ];
    const page: Blocks = { blocks, clauses: clausesOf([]) };
    const stories = [
      { prose: [0], bylines: [1] },
      { prose: [3], bylines: [] },
    ];
    const headlines = headlinesOf(titlesOf(page), profilesOf(page, stories));
    expect(headlines.map((title) => title?.at)).toEqual([undefined, 2]);
  });

  it("prefers a headline to the name of a column above it", () => {
    const blocks = [
      blockOf("title", "人物"),
      blockOf("title", "江堤上的守夜人"),
      blockOf("prose", "本报讯 江堤加固工程的守夜人老于每晚要走五里路。"),
    ];
    const page: Blocks = { blocks, clauses: clausesOf([]) };
    const stories = [{ prose: [2], bylines: [] }];
    const headlines = headlinesOf(titlesOf(page), profilesOf(page, stories));
    expect(headlines.map((title) => title?.at)).toEqual([1]);
  });
});
